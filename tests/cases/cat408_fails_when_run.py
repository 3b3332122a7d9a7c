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
