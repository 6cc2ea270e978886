"""opencv-boxes.py CASCADE.xml FOLDER: the faces that OpenCV finds in the PNGs of a folder.

Prints JSON: OpenCV's version, and a list of boxes (x, y, width, height) by file name. Uses nothing of
Koma: grey, equalised, CascadeClassifier at its usual settings, as lbpcascade_animeface's own page shows.
"""

import json
import pathlib
import sys

import cv2

cascade = cv2.CascadeClassifier(sys.argv[1])
boxes = {}
for path in sorted(pathlib.Path(sys.argv[2]).glob("*.png")):
    grey = cv2.equalizeHist(cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2GRAY))
    found = cascade.detectMultiScale(grey, scaleFactor=1.1, minNeighbors=5, minSize=(24, 24))
    boxes[path.stem] = [[int(side) for side in box] for box in found]
print(json.dumps({"version": cv2.__version__, "boxes": boxes}))
