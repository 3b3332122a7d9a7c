"""Options of the command line without a default: the program is run with them."""

import argparse

import keras
from keras import layers

parser = argparse.ArgumentParser()
parser.add_argument("--units", type=int)
parser.add_argument("--dropout", type=float, help="how much is dropped")
parser.add_argument("--weights", help="a file")
parser.add_argument("--size", type=int, default=64)
args = parser.parse_args()
settings = vars(args)

x = keras.Input((args.size, 8))
x = layers.Dropout(args.dropout)(x)
x = layers.Dense(settings["units"])(x)
model = keras.Model(x, layers.Dense(args.units)(x))
if args.weights:
    model.load_weights(args.weights)
