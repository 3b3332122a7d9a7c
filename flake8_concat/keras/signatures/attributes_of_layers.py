"""Names that layers of Keras have beyond those of all, whatever their class and whichever Keras.

What a name is that is none of these, and none of signatures/attributes.py, no layer and no model
has. Held against the installed Keras by tests/oracle/test_signatures.py.
"""

from __future__ import annotations

# Of the classes of keras.layers in Keras 3, and of those in Keras 1 and 2 and of their models.
OF_SOME = frozenset(
    """
    BOTTOM HEIGHT LEFT Loss RIGHT TOP W WIDTH X Y activation adapt adapt_mean adapt_variance
    add_to_store addition_factor adjustment affine aggregate aggregate_lookup_table aggregation
    all_ops allow_last_axis_squeeze alpha alpha_constraint alpha_initializer alpha_regularizer
    antialias append apply_mask argument_names arguments arguments_dict array as_dict as_list
    assign assign_add assign_sub attention_axes attr_name auto_contrast
    autotune_steps_per_execution awq_scales awq_unpacked_column_size axes axis b backend
    backward_layer batch_shape batch_size beta beta_constraint beta_initializer
    beta_regularizer bias bias_axes bias_constraint bias_initializer bias_regularizer
    bin_boundaries bins bounding_box_format brightness_factor build_graph call_args
    call_context_args call_endpoint call_fn call_kwargs call_training_endpoint can_handle cast
    catch_stop_iteration causal cell cells center chain_depth channel_axis class_weight clear
    clip_limit clip_to_image_size cls cls_ref cls_symbol composite concat concat_score_weight
    config constants constants_spec constraint container_nodes contrast_factor convert_format
    convert_to_jax_compatible convert_to_numpy convert_to_tf_dataset_compatible
    convert_to_torch_compatible convert_weight convolution_op count create
    create_training_target crop crop_to_aspect_ratio cropping cross crossers crosses
    crosses_by_name crossing_dim data_adapter data_format dataset_creator defun_layer
    depth_multiplier depthwise_constraint depthwise_initializer depthwise_kernel
    depthwise_regularizer dilation_rate dims dropout dropout_mask_count dynamic_lookup_layer
    eager embedding_initializer embedding_layer embeddings embeddings_constraint
    embeddings_initializer embeddings_regularizer embeddings_scale embeddings_zero enable_lora
    encoded_features encoding enqueuer enter entry_layer enumerate_epoch enumerate_epochs
    epsilon equalization equation eviction_policy exclusions executor_fn expand_dims extend
    factor feature feature_dim feature_names features feed_output_shape feedable fft_length
    filepath fill_mode fill_value filters finalize first_arg flash_attention flat_input_ids
    flat_output_ids float_discretized float_normalized float_rescaled forward_layer
    frame_length frame_step from_tensor from_type_spec frozen full_output_shape function fused
    future_queue g_idx gamma gamma_constraint gamma_initializer gamma_regularizer generator get
    get_call_context_arg get_clipped_bbox get_dataset get_dropout_mask
    get_dropout_mask_for_cell get_elastic_transform_params get_encoded_features
    get_initial_state get_input_names get_inputs get_jax_iterator get_numpy_iterator
    get_random_transformation get_real_batch_size get_recurrent_dropout_mask
    get_recurrent_dropout_mask_for_cell get_result get_samples get_shape get_shifted_bbox
    get_size get_symbolic_inputs get_tensors get_tf_dataset get_top_vocabulary
    get_torch_dataloader get_transformed_x_y get_value get_vocabulary go_backwards
    gptq_unpacked_column_size groups handle has_feedable_training_target has_partial_batch
    has_training_target hashing_dim head_dim height height_axis height_factor height_lower
    height_upper horizontal hue_factor idf_weights idf_weights_const imag_kernel implementation
    in_call in_keras_graph inbound_layers indices inferred_steps init_fn initial_vocabulary
    initialize inner_loop input_bin_boundaries input_conv input_dim input_idf_weights
    input_layers input_length input_mean input_shapes input_tensor input_tensors input_variance
    input_vocabulary inputs_amax_history inputs_quantizer inputs_scale insert
    integer_categorical integer_hashed internal_input_shapes internal_models
    internal_output_shapes internal_table_size interpolation invert is_adapted
    is_awq_calibrated is_gptq_calibrated is_in_store is_input is_placeholder is_running
    is_tensor_like iterable iterate_inbound keepdims keras_inputs kernel kernel_amax_history
    kernel_constraint kernel_idxs kernel_initializer kernel_mask kernel_regularizer
    kernel_scale kernel_shape kernel_size kernel_zero key_dense key_dim key_dtype kwargs l1 l2
    layer layer_name legacy_get_config linear_to_mel_weight_matrix load_assets lock locked
    logit_soft_cap lookup_table lora_alpha lora_embeddings_a lora_embeddings_b lora_enabled
    lora_kernel_a lora_kernel_b lora_rank loss_fn loss_functions loss_name loss_weight
    loss_weights lower mag_exp make_adapt_function map map_arguments mask mask_token mask_value
    mask_zero max_freq max_ndim max_number max_queue_size max_tokens max_value maybe_cast mean
    merge_mode method method_name metric_name min_freq min_ndim min_power mode model
    model_optimizer module momentum moving_mean moving_mean_initializer moving_stddev
    moving_variance moving_variance_initializer n native_serialization_platforms nb_filter ndim
    negative_slope nested_tensor_argument_names ngrams nnx_operations node node_def noise_shape
    normalize normalize_weights normalized_weights num_batches num_bins num_chains
    num_discretization_bins num_documents num_heads num_key_value_heads num_mel_bins
    num_oov_indices num_ops num_query_heads num_repeats num_samples num_tensors num_tokens
    numpy offset on_epoch_begin on_epoch_end on_predict_batch_begin on_predict_end
    one_hot_encoders oov_method oov_token op operation optional original_kernel_shape
    original_scope original_value outbound_layer output_col output_dense output_dim
    output_dtype output_layers output_length output_loss_metric output_mode output_name
    output_padding output_row output_sequence_length output_shapes output_size output_tensors
    outputs_grad_amax_history outputs_grad_scale ov_compiled_model ov_device ov_input_shapes
    overwrite_with_gradient pad pad_batch pad_to_aspect_ratio pad_to_max_tokens
    padded_batch_size padding padding_mask params parent_nodes partial_batch_size
    partial_output_shape periodic pointwise_constraint pointwise_initializer pointwise_kernel
    pointwise_regularizer pool_function pool_mode pool_size popitem populate_sample_weight
    power_iterations power_to_db predict_classes predict_proba preprocessor preprocessors
    py_dataset quantization_axis quantization_config quantized_kernel query_dense ragged
    ragged_rank random_brightness random_color_degeneration random_contrast random_hue
    random_posterization random_rotation random_saturation random_sharpness random_shear
    random_translation rank rate ready_queue real_kernel recurrent_activation
    recurrent_constraint recurrent_conv recurrent_dropout recurrent_initializer
    recurrent_kernel recurrent_regularizer ref ref_power regularizer remove renorm
    renorm_clipping renorm_mean renorm_momentum renorm_stddev replace_tracked_value report
    representative_batch_size reset reset_after reset_dropout_mask reset_recurrent_dropout_mask
    reset_state result results return_runtime return_sequences return_state reverse_dtype
    reverse_embeddings reverse_embeddings_scale reverse_embeddings_zero reverse_state_order
    rms_scaling robust_masking run_internal_graph run_step run_thread running salt
    sample_weight sample_weight_mode sample_weights_mismatch sampler sampling_rate
    saturation_factor save_assets saving scale scaling score_mode seed seed_generator
    sequence_length sequence_stride serialize set_original_model set_shape set_value
    set_vocabulary shape shared_axes should_recreate_iterator should_skip_target
    should_skip_target_weights should_sync shuffle sigma single_state size skip_target_weights
    slice_inputs sliding_window solarization sparse spatial_dims split standardize start
    start_stop_lock state state_size state_spec states stddev step_increment steps
    steps_per_epoch stop stop_evaluating stop_predicting stored_ids strategy strides
    string_categorical string_hashed strong_hash struct_outputs struct_params symbol sync
    synchronization synchronized t0 t_avg target target_shape tensor tensor_arguments_dict
    tensor_arguments_names tf_sync theta threshold threshold_factor tie_weights tile_grid_size
    time_major tn token_counts token_document_counts top_db torchtree_flatten
    torchtree_flatten_with_keys torchtree_unflatten track tracker training_target
    transform_bounding_boxes transform_images transform_labels transform_segmentation_masks
    transform_single_bounding_box transform_single_image transform_single_label
    transform_single_segmentation_mask tree_flatten tree_unflatten type_spec uid unconditional
    unit_forget_bias units unlock unroll unscaled_kernel untrack unweighted_metrics update
    update_embeddings update_internal_vocabulary update_mask update_state upper use_bias
    use_cudnn use_gate use_multiprocessing use_scale use_steps user_arguments_dict value
    value_dense value_dim value_dtype value_range value_type variable_serialization_spec
    variance vector_u vertical virtual_batch_size vocab_size vocabulary vocabulary_dtype
    vocabulary_size vocabulary_table_keys vocabulary_table_values weight weighted_metrics width
    width_axis width_factor width_lower width_upper window workers wrapped_cell x_factor
    y_factor zero_output_for_mask zero_state
    """.split()
)
# What models have and layers do not, in no Keras.
OF_MODELS = frozenset(
    """
    add compile evaluate export fit get_layer make_predict_function make_test_function
    make_train_function pop predict predict_on_batch predict_step save save_weights summary
    test_on_batch test_step to_json train_on_batch train_step
    """.split()
)
# What only a Sequential has.
OF_STACKS = frozenset({"add", "pop"})
