"""Trains and runs torchvision's Mask R-CNN as Wardrobe does its own: the peer it is measured against.

    python maskrcnn.py train   DATA --config CONFIG.json --out RUN
    python maskrcnn.py predict RUN/model.pt PHOTOS --out RESULTS
    python maskrcnn.py step    --config CONFIG.json

README.md says what is the same on both sides, and what is not.
"""

import argparse
import json
import math
import pathlib
import resource
import statistics
import sys
import time

import torch
from torch.optim.swa_utils import AveragedModel
from torch.utils.data import DataLoader

import deepfashion2
import network


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True)

    command = commands.add_parser("train", help="train on DATA/train")
    command.add_argument("data", type=pathlib.Path)
    command.add_argument("--out", type=pathlib.Path, required=True, help="gets model.pt and metrics.jsonl")
    command.add_argument("--steps", type=int, help="instead of the config's")
    command.add_argument(
        "--workers", type=int, default=2, help="processes that read photos (default %(default)s)"
    )
    command.add_argument(
        "--weights", type=pathlib.Path, help="a state dict of torchvision's ResNet to begin with"
    )
    command.set_defaults(run=train, config=True)

    command = commands.add_parser(
        "predict", help="find the items of photos, from JPEG files to COCO result files"
    )
    command.add_argument("model", type=pathlib.Path)
    command.add_argument("photos", type=pathlib.Path, help="a folder of photos, or one with a folder image")
    command.add_argument("--out", type=pathlib.Path, required=True, help="gets boxes.json and masks.json")
    command.add_argument("--limit", type=int, help="only the first so many photos")
    command.add_argument("--batch", type=int, default=8, help="photos looked at together (default %(default)s)")
    command.add_argument(
        "--workers", type=int, default=0, help="processes that read photos; 0 is this one (default %(default)s)"
    )
    command.set_defaults(run=predict, config=False)

    command = commands.add_parser("step", help="time training steps on one made-up batch")
    command.add_argument("--steps", type=int, default=20, help="timed steps (default %(default)s)")
    command.add_argument("--warmup", type=int, default=3, help="steps before them (default %(default)s)")
    command.add_argument("--batch", type=int, help="photos a step, instead of the config's")
    command.add_argument("--accumulate", type=int, help="parts of a batch, instead of the config's")
    command.add_argument("--items", type=int, default=2, help="items on a photo (default %(default)s)")
    command.set_defaults(run=step, config=True)

    for command in commands.choices.values():
        if command.get_default("config"):
            command.add_argument(
                "--config", type=pathlib.Path, required=True, help="a Wardrobe config as JSON"
            )
        command.add_argument(
            "--threads", type=int, default=torch.get_num_threads(), help="(default %(default)s)"
        )
        command.add_argument("--seed", type=int, default=0)
        command.add_argument(
            "--precision", choices=["FLOAT32", "BFLOAT16", "AUTO"], help="instead of the config's"
        )
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    arguments.run(arguments)


# ---------------------------------------------------------------------------------------------
# Commands


def train(arguments):
    config = read_config(arguments)
    model = network.build(config)
    if arguments.weights:
        state = torch.load(arguments.weights, map_location="cpu", weights_only=True)
        unused = model.backbone.body.load_state_dict(state, strict=False)
        print("weights not found:", unused.missing_keys, file=sys.stderr)
    photos = deepfashion2.Photos(arguments.data / "train", config)
    training = config["training"]
    steps = (
        arguments.steps
        or training["steps"]
        or max(1, round(training["epochs"] * math.ceil(len(photos) / part_size(training)) / training["accumulate"]))
    )
    trainer = Trainer(model, config, steps)
    arguments.out.mkdir(parents=True, exist_ok=True)
    begin = time.perf_counter()
    with open(arguments.out / "metrics.jsonl", "w") as metrics:
        parts = batches(photos, part_size(training), arguments)
        for number in range(steps):
            losses = trainer.step([next(parts) for _ in range(training["accumulate"])])
            used = {"seconds": time.perf_counter() - begin, "cpu_seconds": cpu_seconds()}
            metrics.write(json.dumps({"step": number, "rate": trainer.rate(number)} | losses | used) + "\n")
            if number % 20 == 0 or number == steps - 1:
                print(
                    f"step {number + 1}/{steps}  loss {sum(losses.values()):.3f}  {used['seconds']:.0f} s",
                    flush=True,
                )
    torch.save(
        {"model": trainer.finished().state_dict(), "config": config, "step": steps},
        arguments.out / "model.pt",
    )
    report("training", steps, time.perf_counter() - begin, cpu_seconds())


def predict(arguments):
    saved = torch.load(arguments.model, map_location="cpu", weights_only=True)
    config = saved["config"]
    config["training"]["precision"] = arguments.precision or config["training"]["precision"]
    model = network.build(config).eval()
    model.load_state_dict(saved["model"])
    model = model.to(memory_format=torch.channels_last)
    half = uses_bfloat16(config)
    files = deepfashion2.photo_files(arguments.photos)[: arguments.limit]
    photos = deepfashion2.Inputs(deepfashion2.by_aspect(files), config)
    loader = DataLoader(
        photos, arguments.batch, num_workers=arguments.workers, collate_fn=lambda rows: tuple(zip(*rows))
    )
    all_boxes, all_masks = [], []
    begin, cpu = time.perf_counter(), cpu_seconds()
    with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16, enabled=half):
        for ids, images, sizes in loader:
            for image_id, found in zip(ids, network.detect(model, list(images), sizes)):
                boxes, masks = deepfashion2.coco_results(image_id, found)
                all_boxes += boxes
                all_masks += masks
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "boxes.json").write_text(json.dumps(all_boxes))
    if config["streams"]["mask"]:
        (arguments.out / "masks.json").write_text(json.dumps(all_masks))
    del loader  # its processes end, and their time counts
    report("photo", len(files), time.perf_counter() - begin, cpu_seconds() - cpu)
    print(f"{len(all_boxes)} detections")


def step(arguments):
    config = read_config(arguments)
    config["training"]["accumulate"] = arguments.accumulate or config["training"]["accumulate"]
    config["training"]["batchSize"] = arguments.batch or config["training"]["batchSize"]
    trainer = Trainer(network.build(config), config, arguments.warmup + arguments.steps)
    images, targets = made_up_batch(config, config["training"]["batchSize"], arguments.items)
    size = part_size(config["training"])
    batch = [(images[i : i + size], targets[i : i + size]) for i in range(0, len(images), size)]
    for _ in range(arguments.warmup):
        trainer.step(batch)
    walls, cpus = [], []
    for _ in range(arguments.steps):
        wall, cpu = time.perf_counter(), time.process_time()
        trainer.step(batch)
        walls.append(time.perf_counter() - wall)
        cpus.append(time.process_time() - cpu)
    for name, values in (("wall", walls), ("CPU", cpus)):
        median, low = 1000 * statistics.median(values), 1000 * min(values)
        each = median / len(images)
        print(f"{name:4}  median {median:8.1f} ms a step  least {low:8.1f} ms  {each:8.1f} ms a photo")


# ---------------------------------------------------------------------------------------------
# Training

# torchvision's names of losses, and those of the config.
WEIGHTS = {
    "loss_objectness": "objectness",
    "loss_rpn_box_reg": "rpnBox",
    "loss_classifier": "category",
    "loss_box_reg": "box",
    "loss_mask": "mask",
}


class Trainer:
    """Updates a network: optimizer, learning rate, clipping, moving average."""

    def __init__(self, model, config, steps):
        self.model = model.train()
        self.config = config["training"]
        self.steps = steps
        self.half = uses_bfloat16(config)
        self.model = self.model.to(memory_format=torch.channels_last)
        self.parameters = [p for p in model.parameters() if p.requires_grad]
        self.optimizer = optimizer(model, self.config)
        self.average = None
        if self.config["emaDecay"]:
            self.average = AveragedModel(model, multi_avg_fn=self.move_average, use_buffers=True)
            self.average.update_parameters(model)
        self.number = 0

    def step(self, parts):
        """One update by the (images, targets) of each part of a batch. Returns the losses by name."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.rate(self.number)
        self.optimizer.zero_grad()
        sums = {}
        for images, targets in parts:
            with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
                losses = self.model(images, [dict(target) for target in targets])
            weighted = (self.config["lossWeights"][WEIGHTS[name]] * loss for name, loss in losses.items())
            (sum(weighted) / len(parts)).backward()
            for name, loss in losses.items():
                sums[name] = sums.get(name, 0.0) + loss.item() / len(parts)
        if self.config["clipNorm"]:
            torch.nn.utils.clip_grad_norm_(self.parameters, self.config["clipNorm"])
        self.optimizer.step()
        if self.average:
            self.average.update_parameters(self.model)
        self.number += 1
        return sums

    def rate(self, number):
        """The rate of a step: linear warm-up from a thousandth, under a schedule from the first step on."""
        warmup = self.config["warmupSteps"]
        rise = min(1.0, 1e-3 + (1 - 1e-3) * number / warmup) if warmup else 1.0
        if self.config["schedule"] == "COSINE":
            fall = (1 + math.cos(math.pi * number / self.steps)) / 2
        else:
            fall = 0.1 ** sum(number >= round(share * self.steps) for share in self.config["milestones"])
        return self.config["learningRate"] * fall * rise

    @torch.no_grad()
    def move_average(self, averages, currents, updates):
        """The decay begins small, so that fresh weights are soon forgotten."""
        decay = min(self.config["emaDecay"], float(updates) / (9 + float(updates)))
        if averages[0].is_floating_point():
            torch._foreach_lerp_(averages, currents, 1 - decay)
        else:
            torch._foreach_copy_(averages, currents)

    def finished(self):
        """The network with averaged weights, or with the last ones where there is no average."""
        return self.average.module if self.average else self.model


class Muon:
    """Muon for the weights inside of the network, as matrices of a row for each output; AdamW for the others."""

    ENDS = (
        "backbone.body.conv1.",
        "rpn.head.cls_logits.",
        "rpn.head.bbox_pred.",
        "roi_heads.box_predictor.",
        "roi_heads.mask_predictor.mask_fcn_logits.",
    )

    def __init__(self, model, config):
        rate, momentum = config["learningRate"], config["momentum"]
        trained = [(name, p) for name, p in model.named_parameters() if p.requires_grad]
        inside = [p for name, p in trained if p.dim() > 1 and not name.startswith(self.ENDS)]
        chosen = {id(p) for p in inside}
        others = [p for name, p in trained if id(p) not in chosen]
        self.weights = inside
        self.matrices = [torch.nn.Parameter(self.matrix(p.detach())) for p in inside]
        muon = torch.optim.Muon(
            self.matrices,
            lr=rate,
            weight_decay=config["weightDecay"],
            momentum=momentum,
            adjust_lr_fn="match_rms_adamw",
        )
        adamw = torch.optim.AdamW(groups(others, config), lr=rate, betas=(momentum, 0.999), fused=True)
        self.parts = [muon, adamw]
        self.param_groups = [group for part in self.parts for group in part.param_groups]

    @staticmethod
    def matrix(weight):
        """The numbers as they lie in memory, so that a change of them changes the weight."""
        last = weight.dim() == 4 and weight.is_contiguous(memory_format=torch.channels_last)
        return (weight.permute(0, 2, 3, 1) if last else weight).view(len(weight), -1)

    def zero_grad(self):
        for weight, matrix in zip(self.weights, self.matrices):
            weight.grad = matrix.grad = None
        self.parts[1].zero_grad()

    def step(self):
        for weight, matrix in zip(self.weights, self.matrices):
            order = torch.empty_like(weight).copy_(weight.grad)  # in the order of the weight
            matrix.grad = self.matrix(order)
        for part in self.parts:
            part.step()


def groups(parameters, config):
    """Weights with one dimension, which are biases and norms, do not decay."""
    return [
        {"params": [p for p in parameters if p.dim() > 1], "weight_decay": config["weightDecay"]},
        {"params": [p for p in parameters if p.dim() <= 1], "weight_decay": 0.0},
    ]


def optimizer(model, config):
    """SGD, AdamW or Muon."""
    if config["optimizer"] == "MUON":
        return Muon(model, config)
    rate, momentum = config["learningRate"], config["momentum"]
    trained = groups([p for p in model.parameters() if p.requires_grad], config)
    if config["optimizer"] == "SGD":
        return torch.optim.SGD(trained, lr=rate, momentum=momentum, fused=True)
    return torch.optim.AdamW(trained, lr=rate, betas=(momentum, 0.999), fused=True)


def part_size(training):
    """Photos of a part of a batch."""
    return training["batchSize"] // training["accumulate"]


def batches(photos, size, arguments):
    """Batches without end, of photos of like aspect; each epoch in another order."""
    loader = DataLoader(
        photos,
        batch_sampler=deepfashion2.AspectBatches(photos.photos, size, arguments.seed),
        num_workers=arguments.workers,
        collate_fn=lambda pairs: tuple(map(list, zip(*pairs))),
        generator=torch.Generator().manual_seed(arguments.seed),
    )
    return iter(loader)


def made_up_batch(config, size, items):
    """Photos of noise, 3 : 4 upright and at their full size, with discs to find; the same for equal seeds."""
    generator = torch.Generator().manual_seed(1)
    width = config["input"]["shortSide"]
    height = min(width * 4 // 3, config["input"]["longSide"])
    rows, columns = torch.arange(height)[:, None], torch.arange(width)[None, :]
    images, targets = [], []
    for _ in range(size):
        images.append(torch.rand(3, height, width, generator=generator))
        radius = (0.15 + 0.15 * torch.rand(items, generator=generator)) * width
        x = radius + torch.rand(items, generator=generator) * (width - 2 * radius)
        y = radius + torch.rand(items, generator=generator) * (height - 2 * radius)
        discs = [(columns - a) ** 2 + (rows - b) ** 2 <= r * r for a, b, r in zip(x, y, radius)]
        boxes = torch.stack((x - radius, y - radius, x + radius, y + radius), 1)
        kinds = 13 if config["streams"]["category"] else 1
        labels = torch.randint(1, kinds + 1, (items,), generator=generator)
        targets.append({"boxes": boxes, "labels": labels, "masks": torch.stack(discs).to(torch.uint8)})
    return images, targets


# ---------------------------------------------------------------------------------------------
# Odds and ends of the commands


def read_config(arguments):
    config = json.loads(arguments.config.read_text())
    if config["streams"]["landmark"] or config["streams"]["match"]:
        print(
            "Only boxes and masks are trained: torchvision's Mask R-CNN has no landmark or match head.",
            file=sys.stderr,
        )
    if arguments.precision:
        config["training"]["precision"] = arguments.precision
    return config


def uses_bfloat16(config):
    precision = config["training"]["precision"]
    return precision == "BFLOAT16" or (precision == "AUTO" and torch.cpu._is_avx512_bf16_supported())


def cpu_seconds():
    """Of this process and of its workers that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(u.ru_utime + u.ru_stime for u in used)


def report(what, count, wall, cpu):
    each = f"{1000 * wall / count:.1f} ms and {1000 * cpu / count:.1f} CPU-ms each"
    print(f"{what}: {count} in {wall:.1f} s, {cpu:.1f} CPU-seconds; {each}")


if __name__ == "__main__":
    main()
