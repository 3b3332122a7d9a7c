import keras
from keras import layers

query = keras.Input((10, 64))
value = keras.Input((20, 32))
key = keras.Input((15, 64))
layers.Attention()([query, value])  # error: CAT408 "Attention() builds, but fails with the first batch on" "query" "value" "the last axis of query and key is 64 vs 32" "Dense(64) of the value would fit"
layers.Attention()([query, layers.Dense(64)(value)])
layers.AdditiveAttention()([query, value])  # error: CAT408
layers.AdditiveAttention()([query, layers.Dense(1)(value)])  # added, which repeats it
layers.Attention()([query, value, key])  # error: CAT408 "axis 1 of value and key is 20 vs 15"
layers.MultiHeadAttention(4, 16)(query, value)  # each is projected
layers.MultiHeadAttention(4, 16)(query, value, key)  # error: CAT101 "axis 1 of value and key is 20 vs 15"
layers.MultiHeadAttention(4, 16)(query, value=key, key=key)
layers.GroupQueryAttention(16, 4, 2)(query, key, query)  # error: CAT101 "axis 1 of value and key is 15 vs 10"

steps = keras.Input((None, 8))
state = keras.Input((32,))
layers.GRU(32)(steps, initial_state=state)
layers.GRU(64)(steps, initial_state=state)  # error: CAT408 "a state must be (batch, 64), is (None, 32)" "32 units would fit, or Dense(64) of the state"
layers.LSTM(32)(steps, initial_state=[state, layers.Dense(32)(state)])
layers.LSTM(32)(steps, initial_state=[state, layers.Dense(16)(state)])  # error: CAT408
encoded, hidden, cell = layers.LSTM(32, return_state=True)(steps)
layers.LSTM(48, return_sequences=True)(steps, initial_state=[hidden, cell])  # error: CAT408


def decoder(units, latent=16):
    inputs = keras.Input((None, 8))
    before = keras.Input((latent,))
    outputs = layers.SimpleRNN(units)(inputs, initial_state=before)  # who knows how many units
    return keras.Model([inputs, before], layers.Dense(1)(outputs))


def seq2seq():
    source, target = keras.Input((None, 8)), keras.Input((None, 8))
    *_, h, c = layers.LSTM(64, return_state=True)(source)
    out = layers.LSTM(128)(target, initial_state=[h, c])  # error: CAT408
    return keras.Model([source, target], out)


def any_length(size):
    a, b = keras.Input((None, size)), keras.Input((None, 32))
    return layers.Attention()([a, b])


steps = keras.Input((10, 8))
states = keras.Input((3, 32))
layers.GRU(64)(steps, initial_state=states)  # error: CAT408 "a state must be (batch, 64), is (None, 3, 32)"
layers.RNN(layers.GRUCell(64))(steps, initial_state=state)  # error: CAT408 "a state must be (batch, 64), is (None, 32)"
layers.RNN(layers.LSTMCell(32))(steps, initial_state=[state, state])
layers.RNN([layers.GRUCell(32), layers.GRUCell(16)])(steps, initial_state=[state, state])  # error: CAT408 "a state must be (batch, 16)"
layers.Bidirectional(layers.LSTM(32))(steps, initial_state=[state, state, state, state])
layers.Bidirectional(layers.LSTM(32))(steps, initial_state=[state, state])  # error: CAT408 "has 4 states, 2 each way, is given 2"
layers.Bidirectional(layers.GRU(16))(steps, initial_state=[state, state])  # error: CAT408 "a state must be (batch, 16)"
backwards = layers.GRU(24, go_backwards=True)
layers.Bidirectional(layers.GRU(32), backward_layer=backwards, merge_mode="sum")(steps)  # error: CAT408 "32 and 24 units and can't be added" "merge_mode='concat' takes both"
layers.Bidirectional(layers.GRU(32), backward_layer=layers.GRU(24, go_backwards=True))(steps)

frames, image = keras.Input((5, 16, 16, 3)), keras.Input((16, 16, 3))
layers.ConvLSTM2D(4, 3, padding="same")(frames, initial_state=[image, image])  # error: CAT408 "a state must be (None, 16, 16, 4), is (None, 16, 16, 3)"
layers.ConvLSTM2D(3, 3, padding="same")(frames, initial_state=[image, image])
layers.ConvLSTM2D(3, 3)(frames, initial_state=[image, image])  # error: CAT408 "(None, 14, 14, 3)"
layers.UpSampling2D(2, interpolation="linear")(image)  # error: CAT408 "`interpolation` can't be 'linear'"
layers.UpSampling2D(2, interpolation="area")(image)
layers.Resizing(8, 8, interpolation="cubic")(image)  # error: CAT408

longer = keras.Input((20, 64))
seen = keras.Input((20,), dtype="bool")
layers.Attention()([query, longer], mask=[None, seen])
layers.Attention()([query, longer], mask=[seen, None])  # error: CAT408 "the mask of the query has 20 steps, the query has 10"
square = keras.Input((10, 10), dtype="bool")
layers.MultiHeadAttention(2, 8)(query, query, attention_mask=square)
layers.MultiHeadAttention(2, 8)(query, longer, attention_mask=square)  # error: CAT408 "`attention_mask` must end in (10, 20)"
layers.MultiHeadAttention(2, 8)(query, longer, value_mask=seen)
layers.MultiHeadAttention(2, 8)(query, longer, query_mask=seen)
layers.MultiHeadAttention(2, 8)(longer, query, value_mask=seen)  # error: CAT408 "`value_mask` has 20 steps, the value has 10"
layers.GlobalAveragePooling1D()(query, mask=seen)  # error: CAT408 "`mask` has 20 steps, the inputs have 10"
layers.TimeDistributed(layers.Dense(4))(query, mask=seen)  # error: CAT408
layers.TimeDistributed(layers.Dense(4))(longer, mask=seen)

volume = keras.Input((6, 7, 8))
layers.EinsumDense("abc,cd->abd", output_shape=(None, 4))(volume)  # error: CAT408 "'abc' needs rank 3, has rank 4" "'...c' takes any rank"
layers.EinsumDense("...c,cd->...d", output_shape=4)(volume)
layers.EinsumDense("abc,cd->abd", output_shape=(None, 4))(keras.Input((5, 8, 8)))  # TensorFlow multiplies the matrices
