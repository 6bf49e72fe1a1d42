"""Writes the golden files of the detection operators, with torchvision's own functions.

    python golden.py        (needs torch, torchvision, safetensors)

Every file holds inputs and expected outputs of one operator. Cases are named `case0.`, `case1.`, ...
Booleans are stored as uint8, indexes as int64, everything else as float32 unless its name ends in 64.
"""

import pathlib

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torchvision.models.detection import _utils as detection
from torchvision.models.detection import roi_heads, transform
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.image_list import ImageList
from torchvision.models.detection.rpn import RegionProposalNetwork
from torchvision.ops import boxes as box_ops
from torchvision.ops import MultiScaleRoIAlign, roi_align

FOLDER = pathlib.Path(__file__).parent


def save(name, tensors):
    """Writes one golden file, every tensor contiguous and with its own memory."""
    save_file(
        {key: value.detach().clone().contiguous() for key, value in tensors.items()},
        FOLDER / f"{name}.safetensors",
    )


def seeded(seed):
    return torch.Generator().manual_seed(seed)


def random_boxes(count, width, height, generator, smallest=0.0):
    """Boxes x1 y1 x2 y2, each with x1 < x2 and y1 < y2, whole inside width x height."""
    corner = torch.rand(count, 2, generator=generator)
    size = smallest + torch.rand(count, 2, generator=generator) * (1 - corner - smallest).clamp(min=0.01)
    scale = torch.tensor([width, height])
    return torch.cat((corner * scale, (corner + size).clamp(max=1.0) * scale), 1)


# ---------------------------------------------------------------------------------------------
# RoIAlign


def roi_align_goldens():
    """roi_align and its gradient: boxes inside, over the edges, tiny, empty and outside."""
    generator = seeded(1)
    features = torch.randn(2, 3, 13, 17, generator=generator)
    rois = torch.tensor(
        [
            # image, x1, y1, x2, y2 in pixels of an image 4 times as large as the features (68 x 52)
            [0, 8.3, 4.1, 40.7, 33.9],
            [1, 0.0, 0.0, 68.0, 52.0],
            [0, -10.5, -7.25, 20.0, 15.0],
            [1, 50.0, 40.0, 90.0, 70.0],
            [0, 30.1, 20.2, 30.9, 20.7],
            [1, 12.0, 12.0, 12.0, 12.0],
            [0, 100.0, 100.0, 140.0, 130.0],
            [1, -60.0, -50.0, -20.0, -10.0],
            [0, 64.0, 2.0, 68.0, 50.0],
            [1, 3.0, 47.5, 61.0, 52.0],
        ]
    )
    tensors = {"features": features, "rois": rois}
    for output, sampling_ratio, aligned in (
        (7, 2, False),
        (14, 2, False),
        (7, 2, True),
        (14, 2, True),
        (7, 0, False),
    ):
        name = f"output{output}_ratio{sampling_ratio}_{'aligned' if aligned else 'legacy'}"
        leaf = features.clone().requires_grad_()
        pooled = roi_align(leaf, rois, output, 0.25, sampling_ratio, aligned)
        direction = torch.randn(pooled.shape, generator=generator)
        pooled.backward(direction)
        tensors |= {f"{name}.pooled": pooled, f"{name}.direction": direction, f"{name}.gradient": leaf.grad}
    save("roi-align", tensors)


def multi_scale_roi_align_goldens():
    """MultiScaleRoIAlign over four levels, with the level of every box."""
    generator = seeded(2)
    image_sizes = [(128, 96), (96, 128)]
    features = {str(i): torch.randn(2, 2, 32 >> i, 32 >> i, generator=generator) for i in range(4)}
    sides = torch.tensor([4.0, 13.9, 14.0, 27.9, 28.0, 28.1, 55.9, 56.0, 56.1, 90.0])
    corners = torch.rand(len(sides), 2, generator=generator) * 30
    square = torch.cat((corners, corners + sides[:, None]), 1)
    boxes = [square, random_boxes(10, 128, 96, generator)]
    tensors = {"boxes0": boxes[0], "boxes1": boxes[1], "image_sizes": torch.tensor(image_sizes)}
    tensors |= {f"features{i}": features[str(i)] for i in range(4)}
    for canonical_scale, canonical_level, output in ((224, 4, 7), (56, 4, 7), (28, 4, 14)):
        pooler = MultiScaleRoIAlign(
            ["0", "1", "2", "3"], output, 2, canonical_scale=canonical_scale, canonical_level=canonical_level
        )
        name = f"scale{canonical_scale}_level{canonical_level}_output{output}"
        tensors[f"{name}.pooled"] = pooler(features, boxes, image_sizes)
        tensors[f"{name}.levels"] = pooler.map_levels(boxes)
    save("multi-scale-roi-align", tensors)


# ---------------------------------------------------------------------------------------------
# Boxes


def nms_goldens():
    """nms and batched_nms: 200 boxes; the same with scores that tie and boxes that repeat."""
    generator = seeded(3)
    boxes = random_boxes(200, 100, 80, generator, smallest=0.1)
    scores = torch.rand(200, generator=generator)
    groups = torch.randint(0, 4, (200,), generator=generator)
    repeated = boxes.clone()
    repeated[100:] = boxes[:100]
    tied = (scores * 10).floor() / 10
    tensors = {"boxes": boxes, "scores": scores, "groups": groups, "repeated": repeated, "tied": tied}
    for threshold in (0.3, 0.5, 0.7):
        name = f"threshold{threshold}"
        tensors[f"{name}.nms"] = box_ops.nms(boxes, scores, threshold)
        tensors[f"{name}.nms_ties"] = box_ops.nms(repeated, tied, threshold)
        tensors[f"{name}.batched_nms"] = box_ops.batched_nms(boxes, scores, groups, threshold)
    # An IoU equal to the threshold does not suppress: 2 x 1 boxes shifted by one share 1 of 3 parts.
    edge = torch.tensor(
        [[0.0, 0.0, 2.0, 2.0], [0.0, 0.0, 2.0, 1.0], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]
    )
    edge_scores = torch.tensor([0.9, 0.8, 0.7, 0.6])
    tensors |= {
        "edge.boxes": edge,
        "edge.scores": edge_scores,
        "edge.nms": box_ops.nms(edge, edge_scores, 0.5),
    }
    save("nms", tensors)


def box_coder_goldens():
    """BoxCoder: encode, and decode with deltas beyond the clip of log(1000 / 16)."""
    generator = seeded(4)
    proposals = random_boxes(40, 200, 150, generator, smallest=0.02)
    references = random_boxes(40, 200, 150, generator, smallest=0.02)
    deltas = torch.randn(40, 12, generator=generator) * 2
    deltas[0], deltas[1], deltas[2] = 100.0, -100.0, 4.1351665567423563 * 5
    tensors = {"proposals": proposals, "references": references, "deltas": deltas}
    for name, weights in (("box", (10.0, 10.0, 5.0, 5.0)), ("rpn", (1.0, 1.0, 1.0, 1.0))):
        coder = detection.BoxCoder(weights)
        encoded = coder.encode_single(references, proposals)
        tensors |= {
            f"{name}.weights": torch.tensor(weights),
            f"{name}.encoded": encoded,
            f"{name}.round_trip": coder.decode_single(encoded, proposals),
            f"{name}.decoded": coder.decode_single(deltas, proposals).reshape(40, 3, 4),
        }
    save("box-coder", tensors)


def box_goldens():
    """box_iou, clip_boxes_to_image and remove_small_boxes."""
    generator = seeded(5)
    first, second = random_boxes(12, 60, 50, generator), random_boxes(15, 60, 50, generator)
    first[0] = torch.tensor([5.0, 5.0, 5.0, 5.0])
    second[0] = first[1]
    overhanging = first + torch.randn(12, 4, generator=generator) * 40
    height, width = 50, 60
    clipped = box_ops.clip_boxes_to_image(overhanging, (height, width))
    save(
        "boxes",
        {
            "first": first,
            "second": second,
            "iou": box_ops.box_iou(first, second),
            "overhanging": overhanging,
            "image_size": torch.tensor([height, width]),
            "clipped": clipped,
            "kept_of_clipped_size0.01": box_ops.remove_small_boxes(clipped, 1e-2),
            "kept_of_clipped_size10": box_ops.remove_small_boxes(clipped, 10.0),
        },
    )


def anchor_goldens():
    """AnchorGenerator: one size and three shapes a level; two sizes a level; images not square."""
    ratios = (0.5, 1.0, 2.0)
    cases = [
        (
            ((16,), (32,), (64,), (128,), (256,)),
            ratios,
            (96, 128),
            [(24, 32), (12, 16), (6, 8), (3, 4), (2, 2)],
        ),
        (((32,), (64,), (128,)), ratios, (64, 160), [(8, 20), (4, 10), (2, 5)]),
        (((10, 21), (37, 50)), (0.4, 1.0, 1.7, 3.0), (96, 64), [(6, 4), (3, 2)]),
    ]
    tensors = {}
    for index, (sizes, aspect_ratios, image_size, grids) in enumerate(cases):
        generator = AnchorGenerator(sizes, (aspect_ratios,) * len(sizes))
        images = ImageList(torch.zeros(1, 3, *image_size), [image_size])
        anchors = generator(images, [torch.zeros(1, 1, *grid) for grid in grids])[0]
        tensors |= {
            f"case{index}.sizes": torch.tensor(sizes, dtype=torch.float32),
            f"case{index}.ratios": torch.tensor(aspect_ratios),
            f"case{index}.image_size": torch.tensor(image_size),
            f"case{index}.grids": torch.tensor(grids),
            f"case{index}.anchors": anchors,
        }
    save("anchors", tensors)


def matcher_goldens():
    """Matcher: rows are ground truth, columns are boxes; -1 is background, -2 between the thresholds."""
    generator = seeded(6)
    matrices = [torch.rand(5, 60, generator=generator) for _ in range(2)]
    matrices[1] = matrices[1] * 0.65  # nothing reaches .7 except by being the best of its row
    matrices.append((torch.rand(6, 80, generator=generator) * 10).round() / 10)  # ties
    matrices.append(torch.zeros(3, 10))
    tensors = {}
    for index, matrix in enumerate(matrices):
        tensors |= {
            f"case{index}.iou": matrix,
            f"case{index}.rpn": detection.Matcher(0.7, 0.3, allow_low_quality_matches=True)(matrix),
            f"case{index}.box": detection.Matcher(0.5, 0.5, allow_low_quality_matches=False)(matrix),
        }
    save("matcher", tensors)


# ---------------------------------------------------------------------------------------------
# Region proposals and losses


def filter_proposals_goldens():
    """filter_proposals: best of each level, clipped, small ones removed, NMS within levels, best of all."""
    generator = seeded(7)
    image_sizes, padded = [(60, 90), (64, 70)], (64, 96)
    grids = [(16, 24), (8, 12), (4, 6), (2, 3)]
    sizes = ((8,), (16,), (32,), (64,))
    anchors = AnchorGenerator(sizes, ((0.5, 1.0, 2.0),) * 4)(
        ImageList(torch.zeros(2, 3, *padded), image_sizes), [torch.zeros(2, 1, *grid) for grid in grids]
    )
    counts = [3 * height * width for height, width in grids]
    objectness = torch.randn(2, sum(counts), generator=generator) * 2
    deltas = torch.randn(2, sum(counts), 4, generator=generator) * 0.3
    coder = detection.BoxCoder((1.0, 1.0, 1.0, 1.0))
    proposals = coder.decode(deltas.reshape(-1, 4), anchors).view(2, -1, 4)
    tensors = {
        "anchors": anchors[0],
        "objectness": objectness,
        "deltas": deltas,
        "counts": torch.tensor(counts),
        "image_sizes": torch.tensor(image_sizes),
    }
    for pre, post, threshold in ((100, 50, 0.7), (2000, 1000, 0.2), (10, 7, 0.7)):
        rpn = RegionProposalNetwork(
            None,
            None,
            0.7,
            0.3,
            256,
            0.5,
            dict(training=pre, testing=pre),
            dict(training=post, testing=post),
            threshold,
        )
        boxes, scores = rpn.filter_proposals(proposals, objectness.reshape(-1), image_sizes, counts)
        for image in range(2):
            name = f"pre{pre}_post{post}_threshold{threshold}.image{image}"
            tensors |= {f"{name}.boxes": boxes[image], f"{name}.scores": scores[image]}
    save("filter-proposals", tensors)


def loss_goldens():
    """Losses of the RPN and of the box head, with their gradients."""
    generator = seeded(8)
    tensors = {}
    # Box head: cross entropy and smooth L1 (beta 1/9), both divided by the number of RoIs.
    logits = (torch.randn(30, 5, generator=generator) * 2).requires_grad_()
    deltas = torch.randn(30, 20, generator=generator).requires_grad_()
    labels = torch.randint(0, 5, (30,), generator=generator)
    labels[:10] = 0
    targets = torch.randn(30, 4, generator=generator)
    classification, regression = roi_heads.fastrcnn_loss(
        logits, deltas, [labels[:14], labels[14:]], [targets[:14], targets[14:]]
    )
    (classification + regression).backward()
    tensors |= {
        "box.logits": logits,
        "box.deltas": deltas,
        "box.labels": labels,
        "box.targets": targets,
        "box.loss_classifier": classification,
        "box.loss_box_reg": regression,
        "box.gradient_logits": logits.grad,
        "box.gradient_deltas": deltas.grad,
    }
    # RPN: labels 1 object, 0 background, -1 left out. The sampler is so large that it takes everything.
    objectness = (torch.randn(50, 1, generator=generator) * 2).requires_grad_()
    rpn_deltas = torch.randn(50, 4, generator=generator).requires_grad_()
    rpn_labels = torch.randint(-1, 2, (50,), generator=generator).float()
    rpn_targets = torch.randn(50, 4, generator=generator)
    rpn = RegionProposalNetwork(None, None, 0.7, 0.3, 1000, 0.5, {}, {}, 0.7)
    loss_objectness, loss_box = rpn.compute_loss(
        objectness, rpn_deltas, [rpn_labels[:25], rpn_labels[25:]], [rpn_targets[:25], rpn_targets[25:]]
    )
    (loss_objectness + loss_box).backward()
    tensors |= {
        "rpn.objectness": objectness.flatten(),
        "rpn.deltas": rpn_deltas,
        "rpn.labels": rpn_labels,
        "rpn.targets": rpn_targets,
        "rpn.loss_objectness": loss_objectness,
        "rpn.loss_box_reg": loss_box,
        "rpn.gradient_objectness": objectness.grad.flatten(),
        "rpn.gradient_deltas": rpn_deltas.grad,
    }
    # The two element-wise losses by themselves.
    difference = torch.linspace(-2, 2, 41)
    tensors |= {
        "smooth_l1.difference": difference,
        "smooth_l1.beta_ninth": F.smooth_l1_loss(difference, torch.zeros(41), beta=1 / 9, reduction="none"),
        "smooth_l1.beta_one": F.smooth_l1_loss(difference, torch.zeros(41), beta=1.0, reduction="none"),
        "bce.logits": difference * 20,
        "bce.for_one": F.binary_cross_entropy_with_logits(difference * 20, torch.ones(41), reduction="none"),
        "bce.for_zero": F.binary_cross_entropy_with_logits(
            difference * 20, torch.zeros(41), reduction="none"
        ),
    }
    save("losses", tensors)


# ---------------------------------------------------------------------------------------------
# Masks and keypoints


def mask_goldens():
    """project_masks_on_boxes, maskrcnn_loss with its gradient, and paste_masks_in_image."""
    generator = seeded(9)
    rows, columns = torch.arange(50).float()[:, None], torch.arange(60).float()[None, :]
    discs = [(20, 25, 15), (35, 40, 10), (10, 50, 18)]
    masks = torch.stack([(rows - y) ** 2 + (columns - x) ** 2 < r * r for y, x, r in discs]).to(torch.uint8)
    boxes = torch.cat(
        (
            random_boxes(8, 60, 50, generator, smallest=0.2),
            torch.tensor([[-4.0, -3.0, 30.0, 55.0], [7.5, 7.5, 8.0, 8.0]]),
        )
    )
    matched = torch.randint(0, 3, (10,), generator=generator)
    classes = torch.tensor([1, 3, 2])
    logits = torch.randn(10, 4, 28, 28, generator=generator).requires_grad_()
    loss = roi_heads.maskrcnn_loss(
        logits, [boxes[:6], boxes[6:]], [masks, masks], [classes, classes], [matched[:6], matched[6:]]
    )
    loss.backward()
    chosen = logits.grad[torch.arange(10), classes[matched]]
    # Rows of the logits and of the gradient that no class asked for would only fill the file.
    save(
        "mask-targets",
        {
            "masks": masks,
            "boxes": boxes,
            "matched": matched,
            "classes": classes,
            "targets28": roi_heads.project_masks_on_boxes(masks, boxes, matched, 28),
            "targets14": roi_heads.project_masks_on_boxes(masks, boxes, matched, 14),
            "logits_of_class": logits[torch.arange(10), classes[matched]],
            "loss_mask": loss,
            "gradient_of_class": chosen,
        },
    )
    small = F.interpolate(
        torch.randn(7, 1, 6, 6, generator=generator) * 3, (28, 28), mode="bicubic"
    ).sigmoid()
    paste_boxes = torch.tensor(
        [
            [5.0, 4.0, 30.0, 44.0],
            [10.3, 8.7, 12.2, 9.1],
            [-8.0, -5.0, 20.0, 30.5],
            [40.0, 30.0, 70.0, 65.0],
            [0.0, 0.0, 60.0, 50.0],
            [33.3, 10.1, 33.3, 40.0],
            [58.0, 3.0, 60.0, 47.0],
        ]
    )
    save(
        "paste-masks",
        {
            "masks": small,
            "boxes": paste_boxes,
            "image_size": torch.tensor([50, 60]),
            "pasted": roi_heads.paste_masks_in_image(small, paste_boxes, (50, 60)),
        },
    )


def keypoint_goldens():
    """keypoints_to_heatmap, keypointrcnn_loss with its gradient, and heatmaps_to_keypoints."""
    generator = seeded(10)
    boxes = random_boxes(6, 60, 50, generator, smallest=0.3)
    keypoints = torch.cat(
        (
            torch.rand(3, 9, 2, generator=generator) * torch.tensor([60.0, 50.0]),
            torch.randint(0, 3, (3, 9, 1), generator=generator).float(),
        ),
        2,
    )
    matched = torch.tensor([0, 1, 2, 0, 1, 2])
    # Points on the corners of their box: the right and lower edges belong to the last cell.
    keypoints[0, 0] = torch.tensor([*boxes[0, 2:], 2.0])
    keypoints[0, 1] = torch.tensor([*boxes[0, :2], 1.0])
    keypoints[1, 0] = torch.tensor([*boxes[1, 2:], 0.0])
    cells, valid = roi_heads.keypoints_to_heatmap(keypoints[matched], boxes, 14)
    logits = (torch.randn(6, 9, 14, 14, generator=generator) * 2).requires_grad_()
    loss = roi_heads.keypointrcnn_loss(
        logits, [boxes[:4], boxes[4:]], [keypoints, keypoints], [matched[:4], matched[4:]]
    )
    loss.backward()
    wide = torch.tensor([[3.0, 2.0, 40.5, 33.2], [10.0, 10.0, 10.4, 10.2], [0.5, 0.5, 14.5, 60.9]])
    points, scores = roi_heads.heatmaps_to_keypoints(logits[:3].detach(), wide)
    save(
        "keypoints",
        {
            "boxes": boxes,
            "keypoints": keypoints,
            "matched": matched,
            "heatmap_cells14": cells,
            "heatmap_valid14": valid,
            "logits": logits,
            "loss_keypoint": loss,
            "gradient": logits.grad,
            "decode.boxes": wide,
            "decode.points": points,
            "decode.scores": scores,
        },
    )


def resize_goldens():
    """Sizes that GeneralizedRCNNTransform gives to images: (height, width) in and out."""
    limits = [(800, 1333), (512, 853), (320, 320), (64, 96)]
    sizes = [
        (468, 624),
        (624, 468),
        (1000, 1000),
        (1200, 300),
        (300, 1200),
        (97, 61),
        (800, 1333),
        (801, 1335),
        (33, 2000),
        (720, 539),
    ]
    tensors = {"sizes": torch.tensor(sizes), "limits": torch.tensor(limits)}
    for min_size, max_size in limits:
        resized = []
        for height, width in sizes:
            image, _ = transform._resize_image_and_masks(torch.zeros(1, height, width), min_size, max_size)
            resized.append(image.shape[-2:])
        tensors[f"min{min_size}_max{max_size}"] = torch.tensor(resized)
    save("resize", tensors)


if __name__ == "__main__":
    torch.set_num_threads(1)
    roi_align_goldens()
    multi_scale_roi_align_goldens()
    nms_goldens()
    box_coder_goldens()
    box_goldens()
    anchor_goldens()
    matcher_goldens()
    filter_proposals_goldens()
    loss_goldens()
    mask_goldens()
    keypoint_goldens()
    resize_goldens()
