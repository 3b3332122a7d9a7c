"""What holds something that a function of TensorFlow does not take, array or not."""
import numpy as np
import tensorflow as tf

labels = np.array([2, 0, 1]).astype("float32")
rows = tf.gather(np.ones((5, 3)), labels)  # error: CAT139 "must hold whole numbers, holds floats"
roots = tf.sqrt(np.array([1, 4, 9]))  # error: CAT139 "must hold floats, holds whole numbers"
