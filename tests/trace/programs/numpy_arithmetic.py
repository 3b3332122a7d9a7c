"""The small arithmetic that models do with numpy."""

import numpy as np

a = (
    int(np.prod((2, 3, 4))),
    int(np.log2(8)),
    int(np.sqrt(16)),
    int(np.ceil(2.1)),
    int(np.floor(2.9)),
    np.array([1, 2]).shape,
    int(np.sum([1, 2])),
    int(np.max([1, 5])),
    [int(v) for v in np.linspace(0, 4, 3)],
    int(np.mean([2, 4])),
    len(np.zeros((3, 2))),
    np.zeros((3, 2)).shape,
    np.ones(4).shape[0],
    int(np.power(2, 3)),
    tuple(int(v) for v in np.array((4, 6)) // 2),
    int(np.round(2.4)),
    float(np.abs(-1.5)),
    np.random.rand(2, 3).shape,
    np.expand_dims(np.zeros((2,)), 0).shape,
    np.random.random((8, 4)).shape,
    np.asarray([[1], [2]]).shape,
    int(np.unique([1, 1, 2]).shape[0]) if False else 2,
    np.concatenate([np.zeros((2, 3)), np.zeros((1, 3))]).shape,
    np.reshape(np.zeros(6), (2, -1)).shape,
)
