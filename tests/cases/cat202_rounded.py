"""Sizes that are rounded after they are scaled."""

import math

import cv2
import keras
import numpy as np


def wrong(image, scale):
    h, w = image.shape[:2]
    small = cv2.resize(image, (int(h * scale), int(w * scale)))  # error: CAT202 "say (height, width)"
    small = cv2.resize(image, (round(h / scale), round(w / scale)))  # error: CAT202
    small = cv2.resize(image, (int(np.ceil(h * scale)), int(np.ceil(w * scale))))  # error: CAT202
    return cv2.resize(small, (math.floor(h * scale), math.floor(w * scale)))  # error: CAT202


def right(image, scale):
    h, w = image.shape[:2]
    small = cv2.resize(image, (int(w * scale), int(h * scale)))
    small = cv2.resize(image, (round(w / scale), round(h / scale)))
    small = cv2.resize(image, (int(h * w), int(w * h)))
    small = cv2.resize(image, (fit(h * scale), fit(w * scale)))
    return cv2.resize(small, (int(w * scale), int(h * scale)))


def turned_names(image, scale):
    w, h = image.shape[:2]  # error: CAT203
    return cv2.resize(image, (int(h * scale), int(w * scale)))


image = keras.Input((48, 64, 3))
