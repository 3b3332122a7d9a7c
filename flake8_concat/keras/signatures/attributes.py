"""The attributes that every layer or model of Keras has, whatever the backend.

What a class of the program has besides, it gave itself. Held against the installed Keras by
tests/oracle/test_signatures.py.
"""

from __future__ import annotations

PLAIN_BASES = frozenset(
    {"builtins.object", "keras.Model", "keras.Sequential", "keras.layers.Layer"}
)
ATTRIBUTES = frozenset(
    """
    _add_trackable_child _add_variable_with_custom_getter _adjust_input_rank
    _aggregate_additional_loss _allow_non_tensor_positional_args _api_export_path
    _api_export_symbol_id _assert_compile_called _assert_input_compatibility
    _assign_variable_values _auto_config _autoconvert_optionals _awq_call _build_at_init
    _build_by_run_for_kwargs _build_by_run_for_single_pos_arg _build_shapes_dict
    _call_context_args _call_has_context_arg _call_has_mask_arg _call_has_training_arg
    _call_signature _called _check_load_own_variables _check_quantize_args
    _check_sharding_consistency _check_super_called _checkpoint_adapter
    _checkpoint_dependencies _clear_losses _compile_loss _compile_metrics
    _compiled_metrics_update_state _compute_loss _compute_loss_has_training_arg
    _convert_input_args _convert_inputs_to_tensors _convert_tracked_collections
    _copy_trackable_to_cpu _create_nested_dict _default_save_signature _deferred_dependencies
    _delete_tracking _deserialization_dependencies _deserialize_from_proto
    _distribute_strategy _dtype_policy _export_to_saved_model_graph _flatten_layers
    _flatten_metrics_in_order _flatten_nested_dict _float8_call _functional
    _gather_saveables_for_checkpoint _get_call_context _get_jax_state
    _get_metrics_result_or_logs _get_node_attribute_at_index _get_operation_for_node
    _get_own_losses _get_own_metrics _get_regularization_losses _get_save_spec
    _get_state_sharding_spec _get_variable_map _gptq_call _handle_deferred_dependencies
    _inbound_nodes _initial_epoch _initialize_tracker _input_spec _inputs _inputs_struct
    _int4_call _int8_call _is_layer_name_unique _jax_state_synced _jit_compile _layers _lock
    _lock_state _lookup_dependency _loss_ids _loss_tracker _losses _losses_override
    _make_function _maybe_build _maybe_initialize_trackable _maybe_rebuild
    _maybe_reset_call_context _maybe_symbolic_build _maybe_warn_inputs_struct_mismatch
    _metrics _name_based_attribute_restore _name_based_restores _no_dependency _nodes
    _nodes_by_depth _non_trainable_variables _not_implemented_error _obj_type
    _object_identifier _open_name_scope _operations _operations_by_depth _outbound_nodes
    _outputs _outputs_struct _parent_path _path _post_build _post_quantize
    _post_track_variable _post_untrack_variable _preload_simple_restoration
    _purge_model_variables _quantization_mode_error _register_call_context_args _remat_mode
    _resolve_and_populate_arg _resolve_auto_jit_compile _restore_from_tensors _run_eagerly
    _run_through_graph _saved_model_arg_spec _saved_model_inputs_spec _seed_generators
    _self_name_based_restores _self_saveable_object_factories _self_setattr_tracking
    _self_unconditional_checkpoint_dependencies _self_unconditional_deferred_dependencies
    _self_unconditional_dependency_names _self_update_uid _serialize_to_proto
    _serialize_to_tensors _set_mask_metadata _set_save_spec _setattr_hook _setattr_tracking
    _setup_nnx_op_mapping _should_eval _standardize_inputs _supports_masking _symbolic_build
    _tf_api_names _tf_api_names_v1 _track_trackable _track_variable _trackable_children
    _tracked _tracker _trainable _trainable_variables _unconditional_checkpoint_dependencies
    _unconditional_dependency_names _unpickle_model _untrack_variable
    _update_metrics_variables _update_uid _warn_if_trainable_state_changed
    activity_regularizer add add_loss add_metric add_variable add_weight autocast build
    build_from_config built call call_signature_parameters compile compile_from_config
    compiled compiled_loss compiled_metrics compute_dtype compute_loss
    compute_loss_and_updates compute_mask compute_metrics compute_output_shape
    compute_output_spec count_params distribute_reduction_method distribute_strategy dtype
    dtype_policy evaluate export fit from_config get_build_config get_compile_config
    get_config get_layer get_metrics_result get_quantization_layer_structure get_state_tree
    get_weights input input_dtype input_shape input_spec inputs jax_state_sync jit_compile
    layers load_own_variables load_weights loss losses make_predict_function
    make_test_function make_train_function metrics metrics_names metrics_variables name
    non_trainable_variables non_trainable_weights operations output output_names output_shape
    outputs path pop predict predict_function predict_on_batch predict_step quantization_mode
    quantize quantized_build quantized_call rematerialized_call reset_metrics run_eagerly save
    save_own_variables save_weights set_state_tree set_weights stateless_call
    stateless_compute_loss steps_per_execution summary supports_jit supports_masking
    symbolic_call test_function test_on_batch test_step to_json train_function train_on_batch
    train_step trainable trainable_variables trainable_weights unrolled_steps_per_execution
    variable_dtype variables weights
    """.split()
)
# What those of Keras 2 have besides, and those of Keras 3 where PyTorch is the backend.
OF_OTHERS = frozenset(
    """
    add_update apply batch_input_shape compute_output_signature constraints dynamic
    evaluate_generator finalize_state fit_generator get_input_at get_input_mask_at
    get_input_shape_at get_losses_for get_output_at get_output_mask_at get_output_shape_at
    get_updates_for get_weight_paths history inbound_nodes input_mask input_names metrics_tensors
    name_scope optimizer outbound_nodes output_mask predict_generator regularizers
    reset_states sample_weights save_spec state_updates stateful stop_training submodules targets
    to_yaml total_loss train_tf_function updates uses_learning_phase with_name_scope

    add_module bfloat16 buffers call_super_init children cpu cuda double dump_patches
    eval extra_repr float forward get_buffer get_extra_state get_parameter get_submodule half ipu
    load_state_dict modules mtia named_buffers named_children named_modules named_parameters
    parameters register_backward_hook register_buffer register_forward_hook
    register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook
    register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module
    register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad_
    set_extra_state set_submodule share_memory state_dict to to_empty torch_params train training
    type xpu zero_grad
    """.split()
)
