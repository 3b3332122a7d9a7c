import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K

# Where TensorFlow runs at once it looks at what it leaves to the model in a graph.
x = tf.ones((2, 3))
a = tf.reshape(x, (-1, -1))  # error: CAT139 "only one size may be -1"
b = tf.transpose(x, perm=[0, 0])  # error: CAT139 "no permutation of 2 axes"
c = tf.tile(x, 2)  # error: CAT139 "`multiples` must be a list"
d = tf.pad(x, [[1, 1], [0, 2]], mode="EDGE")  # error: CAT139 "not 'EDGE'"
e = tf.pad(x, [[3, 1], [0, 2]], mode="REFLECT")  # error: CAT139 "has no 3 to be mirrored"
f = tf.cast(x, "float31")  # error: CAT139 "is 'float31'"
g = tf.nn.dropout(x, rate=1.5)  # error: CAT139 "`rate` must be from 0 to below 1"
h = tf.cumsum(x, axis=2)  # error: CAT139 "axis 2 is out of range"
i = tf.fill([2, 2], [1.0, 2.0])  # error: CAT139 "`value` must be one number"
j = tf.slice(tf.ones((4, 5)), [0, 3], [2, 3])  # error: CAT139 "no 3 from 3"
l = K.permute_dimensions(K.ones((2, 3)), (0, 0))  # error: CAT139 "no permutation of 2 axes"
m = K.resize_images(K.ones((1, 4, 4, 3)), 2, 2, "last")  # error: CAT139 "no data format 'last'"
n = K.mean(K.ones((2, 3)), dim=1)  # error: CAT139 "unexpected keyword argument 'dim'"
o = K.pool2d(K.ones((1, 8, 8, 3)), (2, 2), pool_mode="median")  # error: CAT139 "not 'median'"
p, q = tf.split(tf.ones((2, 6)), 3, axis=1)  # error: CAT139 "3 tensors can't be unpacked to 2 names"
# These run.
r = tf.pad(x, [[1, 1], [0, 2]], mode="reflect")
s = tf.cast(x, "half")
t = tf.cast(np.ones((2,)), "double")
u = tf.slice(tf.ones((4, 5)), [0, 3], [-1, -1])
v = tf.transpose(x, perm=[-1, 0])
w, y, z = tf.split(tf.ones((2, 6)), 3, axis=1)
lifted = K.expand_dims(K.ones((3, 4)), axis=np.array(1))
flat = tf.matmul(tf.ones((2, 3)), K.reshape(lifted, (4, 3)))  # error: CAT139 "must be equal"
