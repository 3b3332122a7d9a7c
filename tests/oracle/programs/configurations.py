import keras
from keras import layers, ops

# --- a layer made once more
x = keras.Input((16, 16, 3))
conv = layers.Conv2D(8, 3, strides=2, padding="same", name="first")
y = conv(x)
again = layers.Conv2D.from_config(conv.get_config())
z = again(keras.Input((9, 9, 5)))
third = conv.__class__.from_config(conv.get_config())(y)
refused = conv(y)
padding = layers.ZeroPadding1D((1, 2))
padded = layers.ZeroPadding1D.from_config(padding.get_config())(keras.Input((4, 2)))
cropping = layers.Cropping1D(1)
cropped = layers.deserialize(layers.serialize(cropping))(keras.Input((4, 2)))
# --- a configuration that is changed
dense = layers.Dense(8, name="dense")
config = dense.get_config()
config["units"] = 5
config["name"] = "other"
narrow = layers.Dense.from_config(config)(keras.Input((4,)))
wide = layers.Dense.from_config({**dense.get_config(), "units": 7})(keras.Input((4,)))
kernel = layers.Conv1D(4, 3).get_config()["filters"]
wrong = layers.Add()([narrow, wide])
config["units"] = -1
never = layers.Dense.from_config(config)
# --- a configuration that is written down
written = {"module": "keras.layers", "class_name": "Dense", "config": {"units": 6}}
written["registered_name"] = None
made = layers.deserialize(written)(keras.Input((4,)))
wrapped = layers.Bidirectional(layers.LSTM(4, return_sequences=True), merge_mode="sum")
both = layers.Bidirectional.from_config(wrapped.get_config())(keras.Input((5, 3)))
cells = layers.RNN([layers.LSTMCell(4), layers.GRUCell(6)], return_sequences=True)
stacked = layers.RNN.from_config(cells.get_config())(keras.Input((5, 3)))
spread = layers.TimeDistributed(layers.Dense(3))
frames = layers.TimeDistributed.from_config(spread.get_config())(keras.Input((5, 3)))


# --- a class of one's own
class Scale(layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.dense = layers.Dense(units)

    def call(self, x):
        return self.dense(x)

    def get_config(self):
        config = super().get_config()
        config.update({"units": self.units})
        return config


scale = Scale(6)
x = scale(keras.Input((4,)))
y = Scale.from_config(scale.get_config())(keras.Input((9,)))
z = layers.Add()([x, y])
w = layers.Concatenate(axis=0)([x, keras.Input((9,))])
# --- copies of models
x = keras.Input((8, 8, 3), name="image")
y = layers.Conv2D(4, 3, name="conv")(x)
y = layers.Add()([y, layers.ReLU()(y)])
model = keras.Model(x, layers.Flatten()(y))
copy = keras.models.clone_model(model)
other = keras.Model.from_config(model.get_config())
third = keras.models.model_from_json(model.to_json())
a, b, c = copy.output, other.get_layer("conv").output, third(keras.Input((8, 8, 3)))
whole = keras.Model(copy.input, copy.get_layer("conv").output)
mixed = keras.Model(model.input, copy.output)
small = copy(keras.Input((4, 4, 3)))
shared = layers.Dense(4)
pair = keras.Sequential([shared, layers.ReLU()])
first = pair(keras.Input((3,)))
fresh = keras.models.clone_model(pair)
second = fresh(keras.Input((3,)))
refused = fresh(keras.Input((7,)))
# --- a copy of what was not called yet takes other sizes
pair = keras.Sequential([layers.Dense(4), layers.ReLU()])
copy = keras.models.clone_model(pair)
first = pair(keras.Input((3,)))
second = copy(keras.Input((7,)))
built = keras.Sequential([keras.Input((3,)), layers.Dense(4)])
taken = keras.Sequential.from_config(built.get_config())
shape = taken.outputs[0]
refused = taken(keras.Input((7,)))
# --- sizes that a configuration has by themselves
up = layers.UpSampling1D.from_config(layers.UpSampling1D(3).get_config())(keras.Input((4, 2)))
kernel = layers.Conv1D.from_config(layers.Conv1D(3, 2).get_config())(keras.Input((4, 2)))
# --- vocabularies that are learned from what is written out
words = keras.Input((3,), dtype="string")
text = keras.Input((1,), dtype="string")
numbers = keras.Input((5,), dtype="int32")
lookup = layers.StringLookup(output_mode="multi_hot")
lookup.adapt(["a", "b", "c", "a"])
several = lookup(words)
count = lookup.vocabulary_size()
embedded = layers.Embedding(lookup.vocabulary_size(), 4)(numbers)
listed = layers.Dense(len(lookup.get_vocabulary()))(keras.Input((4,)))
masked = layers.StringLookup(mask_token="", num_oov_indices=2)
masked.adapt([["a", "b"], ["", "a"]])
size = masked.vocabulary_size()
few = layers.IntegerLookup(output_mode="count", max_tokens=3)
few.adapt([1, 2, 2, 5, 7])
counted = few(numbers)
given = layers.StringLookup()
given.set_vocabulary(["a", "b", "c"])
four = given.vocabulary_size()
vectorize = layers.TextVectorization(output_mode="multi_hot")
vectorize.adapt(["A b, c!", "d"])
vectors = vectorize(text)
five = vectorize.vocabulary_size()
padded = layers.TextVectorization(output_mode="tf_idf", max_tokens=9, pad_to_max_tokens=True)
padded.adapt(["a b c", "d"])
wide = padded(text)
wrong = layers.Add()([several, keras.Input((5,))])
