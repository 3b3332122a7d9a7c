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

maps = np.zeros((2, 3, 4))
turned = (
    maps.transpose(2, 0, 1).shape,
    maps.transpose((1, 0, 2)).shape,
    maps.transpose().shape,
    maps.transpose(-1, 0, 1)[0].shape,
)
rows, sizes = np.arange(4), np.ones(3)
combined = (
    np.einsum("m,d->md", rows, sizes).shape,
    np.einsum("ijk,kl->ijl", maps, np.ones((4, 5))).shape,
    np.outer(rows, sizes).shape,
    np.tensordot(maps, np.ones((4, 5)), axes=1).shape,
    np.kron(np.ones((2, 2)), np.ones((3, 1))).shape,
    np.take(maps, [0, 0, 1], axis=1).shape,
    np.take_along_axis(maps, np.zeros((2, 1, 4), dtype=int), axis=1).shape,
    np.append(np.ones((2, 3)), np.ones((1, 3)), axis=0).shape,
    np.append(np.ones((2, 3)), np.ones((1, 3))).shape,
    np.diff(maps, axis=1).shape,
    np.diag(rows).shape,
    np.rot90(np.ones((2, 3))).shape,
    np.median(maps, axis=(0, 2)).shape,
    np.quantile(maps, [0.1, 0.9], axis=0).shape,
    np.clip(maps, a_min=0, a_max=1).shape,
    maps.clip(0, 1).shape,
    np.copy(maps).shape,
    np.logical_and(maps, maps > 0).shape,
    np.hanning(16).shape,
)
