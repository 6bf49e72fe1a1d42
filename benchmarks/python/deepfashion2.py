"""Photos and annotations of a DeepFashion2 folder as inputs of a network."""

import json
import pathlib

import numpy
import torch
from PIL import Image
from pycocotools import mask as rle
from torch.utils.data import Dataset
from torchvision.transforms import ColorJitter
from torchvision.transforms.functional import pil_to_tensor


class Photos(Dataset):
    """Photos with their items: (image, target) pairs, as torchvision's detection models take them.

    An image is 3 x height x width, 0 to 1, already resized. A target has boxes (x1 y1 x2 y2), labels
    (1 to 13, or 1 where categories are not told apart) and bit masks.
    """

    def __init__(self, folder, config):
        self.photos = photo_files(folder)
        self.annotations = pathlib.Path(folder) / "annos"
        self.input = config["input"]
        self.categories = config["streams"]["category"]
        jitter = self.input["colourJitter"]
        self.colours = ColorJitter(jitter, jitter, jitter) if jitter else None

    def __len__(self):
        return len(self.photos)

    def __getitem__(self, index):
        photo = read(self.photos[index])
        factor = self.input["scaleJitter"] ** (2 * torch.rand(()).item() - 1)
        mirrored = self.input["flip"] and torch.rand(()).item() < 0.5
        image = resized(photo, self.input, factor)
        if mirrored:
            image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        if self.colours:
            image = self.colours(image)
        annotation = json.loads((self.annotations / f"{self.photos[index].stem}.json").read_text())
        return to_tensor(image), self.target(annotation, photo.size, image.size, mirrored)

    def target(self, annotation, photo_size, image_size, mirrored):
        """The items of a photo in the pixels of an image; those without a box of a pixel or a polygon left out."""
        width, height = image_size
        across, down = width / photo_size[0], height / photo_size[1]
        boxes, labels, masks = [], [], []
        for key in sorted(key for key in annotation if key.startswith("item")):
            item = annotation[key]
            x1, y1, x2, y2 = item["bounding_box"]
            box = [max(x1 * across, 0), max(y1 * down, 0), min(x2 * across, width), min(y2 * down, height)]
            polygons = [scaled(p, across, down) for p in item["segmentation"] if len(p) >= 6]
            if box[2] - box[0] < 1 or box[3] - box[1] < 1 or not polygons:
                continue
            boxes.append([width - box[2], box[1], width - box[0], box[3]] if mirrored else box)
            labels.append(item["category_id"] if self.categories else 1)
            mask = torch.from_numpy(rle.decode(rle.merge(rle.frPyObjects(polygons, height, width))))
            masks.append(mask.flip(1) if mirrored else mask)
        return {
            "boxes": torch.tensor(boxes, dtype=torch.float32).reshape(-1, 4),
            "labels": torch.tensor(labels, dtype=torch.int64),
            "masks": torch.stack(masks) if masks else torch.zeros(0, height, width, dtype=torch.uint8),
        }


def photo_files(folder):
    """The JPEG files of a folder, or of its folder `image`, by name."""
    folder = pathlib.Path(folder)
    images = folder / "image" if (folder / "image").is_dir() else folder
    return sorted(images.glob("*.jpg"))


def read(file):
    """A photo in red, green and blue on its stored pixel grid: annotations know nothing of EXIF rotations."""
    return Image.open(file).convert("RGB")


def resized(photo, config, factor=1.0):
    """A photo whose short side has shortSide pixels, or whose long side has longSide, times a factor."""
    short, long = min(photo.size), max(photo.size)
    scale = factor * min(config["shortSide"] / short, config["longSide"] / long)
    return photo.resize([max(1, round(side * scale)) for side in photo.size], Image.Resampling.BILINEAR)


def to_tensor(image):
    return pil_to_tensor(image).float().div_(255)


def scaled(polygon, across, down):
    return [number * (down if i % 2 else across) for i, number in enumerate(polygon)]


def coco_results(image_id, found):
    """Detections of a photo as rows of a COCO result file: boxes, and masks where there are any."""
    boxes, masks = [], []
    for i, (box, label, score) in enumerate(
        zip(found["boxes"].tolist(), found["labels"].tolist(), found["scores"].tolist())
    ):
        row = {"image_id": image_id, "category_id": label, "score": score}
        x1, y1, x2, y2 = box
        boxes.append(row | {"bbox": [x1, y1, x2 - x1, y2 - y1]})
        if "masks" in found:
            encoded = rle.encode(numpy.asfortranarray(found["masks"][i, 0] > 0.5).astype(numpy.uint8))
            masks.append(
                row | {"segmentation": {"size": encoded["size"], "counts": encoded["counts"].decode()}}
            )
    return boxes, masks
