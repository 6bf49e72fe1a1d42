"""Photos and annotations of a DeepFashion2 folder as inputs of a network."""

import json
import pathlib

import numpy
import torch
from PIL import Image
from pycocotools import mask as rle
from torch.utils.data import Dataset, Sampler
from torchvision.transforms import ColorJitter
from torchvision.transforms.functional import pil_to_tensor


class Photos(Dataset):
    """Photos with their items: (image, target) pairs, as torchvision's detection models take them.

    An image is 3 x height x width, 0 to 1, already resized. A target has boxes (x1 y1 x2 y2), labels
    (1 to 13, or 1 where categories are not told apart) and bit masks.
    """

    def __init__(self, folder, config):
        self.annotations = pathlib.Path(folder) / "annos"
        self.photos = [photo for photo in photo_files(folder) if self.items(photo)]
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
        target = self.target(self.items(self.photos[index]), photo.size, image.size, mirrored)
        return to_tensor(image), target

    def items(self, photo):
        annotation = json.loads((self.annotations / f"{photo.stem}.json").read_text())
        return [annotation[key] for key in sorted(annotation) if key.startswith("item")]

    def target(self, items, photo_size, image_size, mirrored):
        """The items of a photo in the pixels of an image; those without a box of a pixel or a polygon left out."""
        width, height = image_size
        across, down = width / photo_size[0], height / photo_size[1]
        boxes, labels, masks = [], [], []
        for item in items:
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


class Inputs(Dataset):
    """Photos as inputs without targets: (image id, image, (height, width) of the photo)."""

    def __init__(self, files, config):
        self.files = files
        self.input = config["input"]

    def __len__(self):
        return len(self.files)

    def __getitem__(self, index):
        photo = read(self.files[index])
        return int(self.files[index].stem), to_tensor(resized(photo, self.input)), (photo.height, photo.width)


class AspectBatches(Sampler):
    """Batches without end of photos of like aspect, so that little is padded.

    In each epoch photos are shuffled, and in each stretch of 64 batches sorted by aspect before they are cut
    into batches, which are shuffled again. The last batch is filled up with the epoch's first photos.
    """

    STRETCH = 64

    def __init__(self, files, size, seed):
        self.aspects = [aspect(file) for file in files]
        self.size = size
        self.generator = torch.Generator().manual_seed(seed)

    def __iter__(self):
        while True:
            yield from self.epoch()

    def epoch(self):
        order = torch.randperm(len(self.aspects), generator=self.generator).tolist()
        missing = -len(order) % self.size
        order += [order[i % len(order)] for i in range(missing)]
        batches = []
        for start in range(0, len(order), self.STRETCH * self.size):
            stretch = sorted(order[start : start + self.STRETCH * self.size], key=self.aspects.__getitem__)
            batches += [stretch[i : i + self.size] for i in range(0, len(stretch), self.size)]
        return [batches[i] for i in torch.randperm(len(batches), generator=self.generator)]


def aspect(file):
    """Height over width, from a photo's header."""
    with Image.open(file) as photo:
        return photo.height / photo.width


def by_aspect(files):
    return sorted(files, key=aspect)


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
    return photo.resize([max(1, int(side * scale)) for side in photo.size], Image.Resampling.BILINEAR)


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
