import keras
from keras import layers

embed = layers.Embedding(1000, 32)
read = layers.Bidirectional(layers.LSTM(16))
question, answer = keras.Input((20,), dtype="int32"), keras.Input((80,), dtype="int32")
left, right = read(embed(question)), read(embed(answer))
both = layers.Concatenate()([left, right, layers.Multiply()([left, right])])
score = layers.Dense(1, activation="sigmoid")(both)
ranker = keras.Model(inputs=[question, answer], outputs=score)

pair = [keras.Input((20,)), keras.Input((80,))]
again = layers.Average()([ranker(pair), ranker([pair[0], pair[1]])])

image = keras.Input((32, 32, 3))
tower = keras.Model(image, layers.GlobalAveragePooling2D()(layers.Conv2D(8, 3)(image)))
views = [keras.Input((32, 32, 3), name=f"view_{i}") for i in range(3)]
joined = layers.Concatenate()([tower(view) for view in views])
