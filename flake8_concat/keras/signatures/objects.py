"""What a model is trained with, and functions beside it, as `inspect.signature` of Keras says.

Held against the installed Keras 3.15.1 by tests/oracle/test_signatures.py. What an optimizer is
given beside its parameters it refuses: its `**kwargs` are left out. A default that is no literal of
Python stands as `...`.
"""

from __future__ import annotations

OBJECTS: dict[str, str] = {
    "callbacks.BackupAndRestore": (
        "backup_dir, save_freq='epoch', double_checkpoint=False, delete_checkpoint=True"
    ),
    "callbacks.CSVLogger": "filename, separator=',', append=False",
    "callbacks.Callback": "",
    "callbacks.CallbackList": (
        "callbacks=None, add_history=False, add_progbar=False, model=None, **params"
    ),
    "callbacks.EarlyStopping": (
        "monitor='val_loss', min_delta=0, patience=0, verbose=0, mode='auto', baseline=None, "
        "restore_best_weights=False, start_from_epoch=0"
    ),
    "callbacks.History": "",
    "callbacks.LambdaCallback": (
        "on_epoch_begin=None, on_epoch_end=None, on_train_begin=None, on_train_end=None, "
        "on_train_batch_begin=None, on_train_batch_end=None, **kwargs"
    ),
    "callbacks.LearningRateScheduler": "schedule, verbose=0",
    "callbacks.ModelCheckpoint": (
        "filepath, monitor='val_loss', verbose=0, save_best_only=False, save_weights_only=False, "
        "mode='auto', save_freq='epoch', initial_value_threshold=None"
    ),
    "callbacks.OrbaxCheckpoint": (
        "directory, monitor='val_loss', verbose=0, save_best_only=False, mode='auto', "
        "save_freq='epoch', initial_value_threshold=None, max_to_keep=1, save_on_background=True, "
        "save_weights_only=False"
    ),
    "callbacks.ProgbarLogger": "",
    "callbacks.ReduceLROnPlateau": (
        "monitor='val_loss', factor=0.1, patience=10, verbose=0, mode='auto', min_delta=0.0001, "
        "cooldown=0, min_lr=0.0, **kwargs"
    ),
    "callbacks.RemoteMonitor": (
        "root='http://localhost:9000', path='/publish/epoch/end/', field='data', headers=None, "
        "send_as_json=False"
    ),
    "callbacks.SwapEMAWeights": "swap_on_epoch=False",
    "callbacks.TensorBoard": (
        "log_dir='logs', histogram_freq=0, write_graph=True, write_images=False, "
        "write_steps_per_second=False, update_freq='epoch', profile_batch=0, embeddings_freq=0, "
        "embeddings_metadata=None"
    ),
    "callbacks.TerminateOnNaN": "raise_error=False",
    "config.set_epsilon": "value",
    "config.set_floatx": "value",
    "config.set_image_data_format": "data_format",
    "constraints.Constraint": "",
    "constraints.MaxNorm": "max_value=2, axis=0",
    "constraints.MinMaxNorm": "min_value=0.0, max_value=1.0, rate=1.0, axis=0",
    "constraints.NonNeg": "",
    "constraints.UnitNorm": "axis=0",
    "metrics.AUC": (
        "num_thresholds=200, curve='ROC', summation_method='interpolation', name=None, dtype=None, "
        "thresholds=None, multi_label=False, num_labels=None, label_weights=None, "
        "from_logits=False"
    ),
    "metrics.Accuracy": "name='accuracy', dtype=None",
    "metrics.BinaryAccuracy": "name='binary_accuracy', dtype=None, threshold=0.5",
    "metrics.BinaryCrossentropy": (
        "name='binary_crossentropy', dtype=None, from_logits=False, label_smoothing=0"
    ),
    "metrics.BinaryIoU": "target_class_ids=(0, 1), threshold=0.5, name=None, dtype=None",
    "metrics.CategoricalAccuracy": "name='categorical_accuracy', dtype=None",
    "metrics.CategoricalCrossentropy": (
        "name='categorical_crossentropy', dtype=None, from_logits=False, label_smoothing=0, axis=-1"
    ),
    "metrics.CategoricalHinge": "name='categorical_hinge', dtype=None",
    "metrics.ConcordanceCorrelation": "name='concordance_correlation', dtype=None, axis=-1",
    "metrics.CosineSimilarity": "name='cosine_similarity', dtype=None, axis=-1",
    "metrics.F1Score": "average=None, threshold=None, name='f1_score', dtype=None",
    "metrics.FBetaScore": "average=None, beta=1.0, threshold=None, name='fbeta_score', dtype=None",
    "metrics.FalseNegatives": "thresholds=None, name=None, dtype=None",
    "metrics.FalsePositives": "thresholds=None, name=None, dtype=None",
    "metrics.Hinge": "name='hinge', dtype=None",
    "metrics.IoU": (
        "num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, "
        "sparse_y_true=True, sparse_y_pred=True, axis=-1"
    ),
    "metrics.KLDivergence": "name='kl_divergence', dtype=None",
    "metrics.LogCoshError": "name='logcosh', dtype=None",
    "metrics.Mean": "name='mean', dtype=None",
    "metrics.MeanAbsoluteError": "name='mean_absolute_error', dtype=None",
    "metrics.MeanAbsolutePercentageError": "name='mean_absolute_percentage_error', dtype=None",
    "metrics.MeanIoU": (
        "num_classes, name=None, dtype=None, ignore_class=None, sparse_y_true=True, "
        "sparse_y_pred=True, axis=-1"
    ),
    "metrics.MeanMetricWrapper": "fn, name=None, dtype=None, **kwargs",
    "metrics.MeanSquaredError": "name='mean_squared_error', dtype=None",
    "metrics.MeanSquaredLogarithmicError": "name='mean_squared_logarithmic_error', dtype=None",
    "metrics.Metric": "dtype=None, name=None",
    "metrics.OneHotIoU": (
        "num_classes, target_class_ids, name=None, dtype=None, ignore_class=None, "
        "sparse_y_pred=False, axis=-1"
    ),
    "metrics.OneHotMeanIoU": (
        "num_classes, name=None, dtype=None, ignore_class=None, sparse_y_pred=False, axis=-1"
    ),
    "metrics.PearsonCorrelation": "name='pearson_correlation', dtype=None, axis=-1",
    "metrics.Poisson": "name='poisson', dtype=None",
    "metrics.Precision": "thresholds=None, top_k=None, class_id=None, name=None, dtype=None",
    "metrics.PrecisionAtRecall": "recall, num_thresholds=200, class_id=None, name=None, dtype=None",
    "metrics.R2Score": (
        "class_aggregation='uniform_average', num_regressors=0, name='r2_score', dtype=None"
    ),
    "metrics.Recall": "thresholds=None, top_k=None, class_id=None, name=None, dtype=None",
    "metrics.RecallAtPrecision": (
        "precision, num_thresholds=200, class_id=None, name=None, dtype=None"
    ),
    "metrics.RootMeanSquaredError": "name='root_mean_squared_error', dtype=None",
    "metrics.SensitivityAtSpecificity": (
        "specificity, num_thresholds=200, class_id=None, name=None, dtype=None"
    ),
    "metrics.SparseCategoricalAccuracy": "name='sparse_categorical_accuracy', dtype=None",
    "metrics.SparseCategoricalCrossentropy": (
        "name='sparse_categorical_crossentropy', dtype=None, from_logits=False, ignore_class=None, "
        "axis=-1"
    ),
    "metrics.SparseTopKCategoricalAccuracy": (
        "k=5, name='sparse_top_k_categorical_accuracy', dtype=None, from_sorted_ids=False"
    ),
    "metrics.SpecificityAtSensitivity": (
        "sensitivity, num_thresholds=200, class_id=None, name=None, dtype=None"
    ),
    "metrics.SquaredHinge": "name='squared_hinge', dtype=None",
    "metrics.Sum": "name='sum', dtype=None",
    "metrics.TopKCategoricalAccuracy": "k=5, name='top_k_categorical_accuracy', dtype=None",
    "metrics.TrueNegatives": "thresholds=None, name=None, dtype=None",
    "metrics.TruePositives": "thresholds=None, name=None, dtype=None",
    "models.clone_model": (
        "model, input_tensors=None, clone_function=None, call_function=None, recursive=False, "
        "**kwargs"
    ),
    "models.load_model": "filepath, custom_objects=None, compile=True, safe_mode=True",
    "models.save_model": "model, filepath, overwrite=True, zipped=None, **kwargs",
    "optimizers.Adadelta": (
        "learning_rate=0.001, rho=0.95, epsilon=1e-07, weight_decay=None, clipnorm=None, "
        "clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.Adafactor": (
        "learning_rate=0.001, beta_2_decay=-0.8, epsilon_1=1e-30, epsilon_2=0.001, "
        "clip_threshold=1.0, relative_step=True, weight_decay=None, clipnorm=None, clipvalue=None, "
        "global_clipnorm=None, use_ema=False, ema_momentum=0.99, ema_overwrite_frequency=None, "
        "loss_scale_factor=None, gradient_accumulation_steps=None, name=None"
    ),
    "optimizers.Adagrad": (
        "learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-07, weight_decay=None, "
        "clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.Adam": (
        "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, amsgrad=False, "
        "weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, "
        "ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, "
        "gradient_accumulation_steps=None, name=None"
    ),
    "optimizers.AdamW": (
        "learning_rate=0.001, weight_decay=0.004, beta_1=0.9, beta_2=0.999, epsilon=1e-07, "
        "amsgrad=False, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, "
        "ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, "
        "gradient_accumulation_steps=None, name=None"
    ),
    "optimizers.Adamax": (
        "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, weight_decay=None, "
        "clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.Ftrl": (
        "learning_rate=0.001, learning_rate_power=-0.5, initial_accumulator_value=0.1, "
        "l1_regularization_strength=0.0, l2_regularization_strength=0.0, "
        "l2_shrinkage_regularization_strength=0.0, beta=0.0, weight_decay=None, clipnorm=None, "
        "clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.Lamb": (
        "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, weight_decay=None, "
        "clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.Lion": (
        "learning_rate=0.001, beta_1=0.9, beta_2=0.99, weight_decay=None, clipnorm=None, "
        "clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.LossScaleOptimizer": (
        "inner_optimizer, initial_scale=32768.0, dynamic_growth_steps=2000, name=None"
    ),
    "optimizers.MultiOptimizer": "optimizer_map, loss_scale_factor=None, name=None",
    "optimizers.Muon": (
        "learning_rate=0.001, adam_beta_1=0.9, adam_beta_2=0.999, adam_weight_decay=0.004, "
        "epsilon=1e-07, weight_decay=0.004, clipnorm=None, clipvalue=None, global_clipnorm=None, "
        "use_ema=False, ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, "
        "gradient_accumulation_steps=None, name=None, exclude_layers=None, "
        "exclude_embeddings=True, muon_a=3.4445, muon_b=-4.775, muon_c=2.0315, adam_lr_ratio=1, "
        "momentum=0.95, ns_steps=5, nesterov=True, rms_rate=0.2"
    ),
    "optimizers.Nadam": (
        "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-07, weight_decay=None, "
        "clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.Optimizer": (
        "learning_rate, weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, "
        "use_ema=False, ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, "
        "gradient_accumulation_steps=None, name=None"
    ),
    "optimizers.OptimizerMap": "default_optimizer, optimizer_map=None",
    "optimizers.RMSprop": (
        "learning_rate=0.001, rho=0.9, momentum=0.0, epsilon=1e-07, centered=False, "
        "weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, "
        "ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, "
        "gradient_accumulation_steps=None, name=None"
    ),
    "optimizers.SGD": (
        "learning_rate=0.01, momentum=0.0, nesterov=False, weight_decay=None, clipnorm=None, "
        "clipvalue=None, global_clipnorm=None, use_ema=False, ema_momentum=0.99, "
        "ema_overwrite_frequency=None, loss_scale_factor=None, gradient_accumulation_steps=None, "
        "name=None"
    ),
    "optimizers.ScheduleFreeAdamW": (
        "learning_rate=0.0025, beta_1=0.9, beta_2=0.999, epsilon=1e-08, warmup_steps=0, "
        "weight_decay=None, clipnorm=None, clipvalue=None, global_clipnorm=None, use_ema=False, "
        "ema_momentum=0.99, ema_overwrite_frequency=None, loss_scale_factor=None, "
        "gradient_accumulation_steps=None, name=None"
    ),
    "optimizers.schedules.CosineDecay": (
        "initial_learning_rate, decay_steps, alpha=0.0, name='CosineDecay', warmup_target=None, "
        "warmup_steps=0"
    ),
    "optimizers.schedules.CosineDecayRestarts": (
        "initial_learning_rate, first_decay_steps, t_mul=2.0, m_mul=1.0, alpha=0.0, "
        "name='SGDRDecay'"
    ),
    "optimizers.schedules.ExponentialDecay": (
        "initial_learning_rate, decay_steps, decay_rate, staircase=False, name='ExponentialDecay'"
    ),
    "optimizers.schedules.InverseTimeDecay": (
        "initial_learning_rate, decay_steps, decay_rate, staircase=False, name='InverseTimeDecay'"
    ),
    "optimizers.schedules.LearningRateSchedule": "",
    "optimizers.schedules.PiecewiseConstantDecay": "boundaries, values, name='PiecewiseConstant'",
    "optimizers.schedules.PolynomialDecay": (
        "initial_learning_rate, decay_steps, end_learning_rate=0.0001, power=1.0, cycle=False, "
        "name='PolynomialDecay'"
    ),
    "regularizers.L1": "l1=0.01",
    "regularizers.L1L2": "l1=0.0, l2=0.0",
    "regularizers.L2": "l2=0.01",
    "regularizers.OrthogonalRegularizer": "factor=0.01, mode='rows'",
    "regularizers.Regularizer": "",
    "utils.audio_dataset_from_directory": (
        "directory, labels='inferred', label_mode='int', class_names=None, batch_size=32, "
        "sampling_rate=None, output_sequence_length=None, ragged=False, shuffle=True, seed=None, "
        "validation_split=None, subset=None, follow_links=False, verbose=True"
    ),
    "utils.image_dataset_from_directory": (
        "directory, labels='inferred', label_mode='int', class_names=None, color_mode='rgb', "
        "batch_size=32, image_size=(256, 256), shuffle=True, seed=None, validation_split=None, "
        "subset=None, interpolation='bilinear', follow_links=False, crop_to_aspect_ratio=False, "
        "pad_to_aspect_ratio=False, data_format=None, format='tf', verbose=True"
    ),
    "utils.plot_model": (
        "model, to_file='model.png', show_shapes=False, show_dtype=False, show_layer_names=False, "
        "rankdir='TB', expand_nested=False, dpi=200, show_layer_activations=False, "
        "show_trainable=False, splines='ortho', **kwargs"
    ),
    "utils.set_random_seed": "seed",
    "utils.split_dataset": (
        "dataset, left_size=None, right_size=None, shuffle=False, seed=None, preferred_backend=None"
    ),
    "utils.text_dataset_from_directory": (
        "directory, labels='inferred', label_mode='int', class_names=None, batch_size=32, "
        "max_length=None, shuffle=True, seed=None, validation_split=None, subset=None, "
        "follow_links=False, format='tf', verbose=True"
    ),
    "utils.timeseries_dataset_from_array": (
        "data, targets, sequence_length, sequence_stride=1, sampling_rate=1, batch_size=128, "
        "shuffle=False, seed=None, start_index=None, end_index=None, format='tf'"
    ),
}
