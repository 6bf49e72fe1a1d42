"""Runs an ONNX file that `wardrobe export` wrote: the peer of `wardrobe predict`.

    python onnx_model.py MODEL.onnx PHOTOS --out RESULTS

From JPEG files to result files: the network by ONNX Runtime, photos by Pillow, all else in numpy and
pycocotools. Each thread takes a photo from its file to its records, with operations that are not spread
further, which is the fastest arrangement for small networks on both sides.
"""

import argparse
import json
import pathlib
import time
from concurrent.futures import ThreadPoolExecutor

import numpy
import onnxruntime
from PIL import Image
from pycocotools import mask as coco_mask

SPREAD = 0.05
OUTPUTS = ["boxes", "labels", "scores", "masks", "landmark_heatmaps"]


class Model:
    """A network and what it was made from."""

    def __init__(self, path, threshold):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
        notes = self.session.get_modelmeta().custom_metadata_map
        config = json.loads(notes["config"])
        self.input = config["input"]
        self.margin = config["heads"]["margin"]
        self.landmarks = json.loads(notes["landmarks"])
        self.mean = numpy.float32(self.input["mean"])
        self.factor = 1 / numpy.float32(self.input["deviation"])
        self.threshold = numpy.float32([threshold])

    def look(self, photo):
        """The records of boxes, masks and landmarks of one photo, (image id, file)."""
        image_id, path = photo
        with Image.open(path) as opened:
            image = opened.convert("RGB")
        scale = min(self.input["shortSide"] / min(image.size), self.input["longSide"] / max(image.size))
        width, height = (max(1, int(side * scale)) for side in image.size)
        small = numpy.asarray(image.resize((width, height), Image.Resampling.BOX), numpy.float32)
        padded = numpy.zeros((1, 3, -height % 32 + height, -width % 32 + width), numpy.float32)
        padded[0, :, :height, :width] = ((small / 255 - self.mean) * self.factor).transpose(2, 0, 1)
        boxes, labels, scores, masks, heatmaps = self.session.run(
            OUTPUTS,
            {
                "image": padded,
                "image_size": numpy.float32([width, height]),
                "score_threshold": self.threshold,
                "known_boxes": numpy.zeros((0, 4), numpy.float32),
            },
        )
        boxes = boxes * numpy.float32([image.width / width, image.height / height] * 2)
        return [
            self.records(image_id, image.size, *item)
            for item in zip(boxes.tolist(), labels.tolist(), scores.tolist(), masks, heatmaps)
        ]

    def records(self, image_id, size, box, label, score, mask, heatmaps):
        common = {"image_id": image_id, "category_id": label, "score": score}
        x1, y1, x2, y2 = box
        x, y = self.margin * (x2 - x1), self.margin * (y2 - y1)
        view = (x1 - x, y1 - y, x2 + x, y2 + y)
        found, good = points(heatmaps[: self.landmarks[label - 1]], view)
        return (
            {**common, "bbox": [round(number, 2) for number in (x1, y1, x2 - x1, y2 - y1)]},
            {**common, "segmentation": run_lengths(mask, view, size)},
            {**common, "landmarks": found, "score": score * good},
        )


def run_lengths(mask, box, size):
    """A mask on its box as the run lengths of the photo's pixels: torchvision's paste_masks_in_image."""
    width, height = size
    side = len(mask) + 2
    padded = numpy.zeros((side, side), numpy.float32)
    padded[1:-1, 1:-1] = mask
    x, columns = weights(box[0], box[2], side, width)
    y, rows = weights(box[1], box[3], side, height)
    pixels = numpy.zeros((height, width), numpy.uint8, order="F")
    pixels[y : y + len(rows), x : x + len(columns)] = rows @ padded @ columns.T >= 0.5
    found = coco_mask.encode(pixels)
    found["counts"] = found["counts"].decode()
    return found


def weights(low, high, side, pixels):
    """The first pixel of a box that is grown by the border of its grid, and what each cell counts in each."""
    centre, half = (low + high) / 2, (high - low) / 2 * side / (side - 2)
    first, last = int(centre - half), int(centre + half)
    count = max(last - first + 1, 1)
    at = (numpy.arange(count) + 0.5) * (side / count) - 0.5
    at = numpy.clip(at, 0, side - 1)
    low_cell = numpy.minimum(at.astype(int), side - 2)
    share = (at - low_cell).astype(numpy.float32)
    matrix = numpy.zeros((count, side), numpy.float32)
    each = numpy.arange(count)
    matrix[each, low_cell] = 1 - share
    matrix[each, low_cell + 1] = share
    begin, end = max(first, 0), min(last + 1, pixels)
    return begin, matrix[begin - first : max(end - first, begin - first)]


def points(heatmaps, box):
    """x, y and expected OKS of each landmark, as `HeatmapDecoder` finds them, and the mean of the latter."""
    count, side, _ = heatmaps.shape
    chances = numpy.exp(heatmaps - heatmaps.max((1, 2), keepdims=True))
    chances /= chances.sum((1, 2), keepdims=True)
    away = numpy.arange(side)[:, None] - numpy.arange(side)
    kernel = numpy.exp(-numpy.square(away / (SPREAD * side)) / 2, dtype=numpy.float32)
    expected = kernel @ chances @ kernel
    flat = expected.reshape(count, -1)
    peaks = flat.argmax(1)
    rows, columns = peaks // side, peaks % side
    scores = flat[numpy.arange(count), peaks]
    heatmaps = numpy.log(numpy.maximum(expected, 1e-12))
    r, c = numpy.clip(rows, 1, side - 2), numpy.clip(columns, 1, side - 2)
    each = numpy.arange(count)

    def near(down, right):
        return heatmaps[each, r + down, c + right]

    gx, gy = (near(0, 1) - near(0, -1)) / 2, (near(1, 0) - near(-1, 0)) / 2
    xx = near(0, 1) - 2 * near(0, 0) + near(0, -1)
    yy = near(1, 0) - 2 * near(0, 0) + near(-1, 0)
    xy = (near(1, 1) - near(1, -1) - near(-1, 1) + near(-1, -1)) / 4
    determinant = xx * yy - xy * xy
    divisor = numpy.where(determinant > 0, determinant, 1)
    right, down = (xy * gy - yy * gx) / divisor, (xy * gx - xx * gy) / divisor
    inside_x, inside_y = columns == c, rows == r
    top = inside_x & inside_y & (determinant > 0) & (xx < 0) & (abs(right) <= 1) & (abs(down) <= 1)
    right = numpy.where(top, right, numpy.where(inside_x & (xx < 0), -gx / numpy.where(xx < 0, xx, 1), 0))
    down = numpy.where(top, down, numpy.where(inside_y & (yy < 0), -gy / numpy.where(yy < 0, yy, 1), 0))
    x1, y1, x2, y2 = box
    x = x1 + (columns + 0.5 + right) * ((x2 - x1) / side)
    y = y1 + (rows + 0.5 + down) * ((y2 - y1) / side)
    return numpy.stack([x, y, scores], 1).round(2).ravel().tolist(), float(scores.mean())


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("photos", type=pathlib.Path, help="a folder of photos, or one with a folder image")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="gets boxes, masks and landmarks")
    parser.add_argument("--threads", type=int, default=1, help="photos at once (default %(default)s)")
    parser.add_argument("--score", type=float, default=0.05, help="drop lower ones (default %(default)s)")
    arguments = parser.parse_args()

    begin = time.perf_counter()
    model = Model(arguments.model, arguments.score)
    folder = arguments.photos
    files = (folder / "image" if (folder / "image").is_dir() else folder).glob("*.jpg")
    photos = [(int(file.stem), file) for file in sorted(files)]
    with ThreadPoolExecutor(arguments.threads) as threads:
        items = [item for found in threads.map(model.look, photos) for item in found]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for part, name in enumerate(("boxes", "masks", "landmarks")):
        (arguments.out / f"{name}.json").write_text(json.dumps([item[part] for item in items]))
    print(f"{len(items)} items on {len(photos)} photos in {time.perf_counter() - begin:.1f} s")


if __name__ == "__main__":
    main()
