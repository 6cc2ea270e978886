"""What a colorizer has to beat: colours for a sketch (B, 1, H, W) from a style (B, 3, h, w)."""
import cv2
import numpy as np
import torch


def mean_fill(sketch, style):
    """The style's mean colour everywhere."""
    return style.mean((2, 3), keepdim=True).expand(-1, -1, *sketch.shape[2:])


def palette_fill(sketch, style, colours=8):
    """Palette transfer by histogram matching on regions: the areas between the lines, the largest first, take
    the style's main colours so that their shares come out as in the style."""
    out = torch.empty(len(sketch), 3, *sketch.shape[2:])
    for i in range(len(sketch)):
        pixels = style[i].flatten(1).t().contiguous().numpy()
        cv2.setRNGSeed(1)
        criteria = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.01)
        _, labels, palette = cv2.kmeans(pixels, colours, None, criteria, 1, cv2.KMEANS_PP_CENTERS)
        shares = np.bincount(labels.ravel(), minlength=colours) / len(labels)
        paper = (sketch[i, 0].numpy() > 0.5).astype(np.uint8)
        count, regions, stats, _ = cv2.connectedComponentsWithStats(paper, connectivity=4)
        left = shares * paper.sum()
        table = np.tile(pixels.mean(0), (count, 1))
        for region in 1 + np.argsort(-stats[1:, cv2.CC_STAT_AREA]):
            best = int(left.argmax())
            table[region] = palette[best]
            left[best] -= stats[region, cv2.CC_STAT_AREA]
        out[i] = torch.from_numpy(table[regions].transpose(2, 0, 1).copy())
    return out
