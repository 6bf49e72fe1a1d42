"""Writes the golden files of the network and its parts, with torchvision's own modules.

    python golden.py        (needs torch, torchvision, safetensors)

The networks are narrow, so that the files are small, but otherwise torchvision's: the same classes, the
same parameter names. A file holds its network's state dict under `state.`, what goes in under `in.`,
what comes out under `out.`.
"""

import functools
import json
import pathlib

import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.models._utils import IntermediateLayerGetter
from torchvision.models.detection import MaskRCNN
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet
from torchvision.ops import FrozenBatchNorm2d, MultiScaleRoIAlign
from torchvision.ops.feature_pyramid_network import FeaturePyramidNetwork, LastLevelMaxPool

FOLDER = pathlib.Path(__file__).parent
STAGES = {f"layer{stage}": str(stage - 1) for stage in (1, 2, 3, 4)}


def save(name, tensors):
    """Writes one golden file, every tensor contiguous and with its own memory."""
    save_file(
        {key: value.detach().clone().contiguous() for key, value in tensors.items()},
        FOLDER / f"{name}.safetensors",
    )


def state(module):
    return {f"state.{name}": value for name, value in module.state_dict().items()}


class NarrowResNet(ResNet):
    """torchvision's ResNet, whose first stage has `width` channels instead of 64, and no classifier."""

    def __init__(self, block, blocks, width, norm):
        super().__init__(block, blocks, norm_layer=norm)
        self.inplanes = width
        self.conv1 = nn.Conv2d(3, width, 7, stride=2, padding=3, bias=False)
        self.bn1 = norm(width)
        self.layer1 = self._make_layer(block, width, blocks[0])
        self.layer2 = self._make_layer(block, width * 2, blocks[1], stride=2)
        self.layer3 = self._make_layer(block, width * 4, blocks[2], stride=2)
        self.layer4 = self._make_layer(block, width * 8, blocks[3], stride=2)
        del self.fc
        nn.init.kaiming_normal_(self.conv1.weight, mode="fan_out", nonlinearity="relu")
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")


def disturb_norms(module):
    """Gives every norm statistics and factors of chance, as if it had been trained."""
    for norm in module.modules():
        if isinstance(norm, (FrozenBatchNorm2d, nn.GroupNorm)):
            with torch.no_grad():
                norm.weight.copy_(0.5 + torch.rand(norm.weight.shape))
                norm.bias.copy_(0.6 * torch.rand(norm.bias.shape) - 0.3)
                if isinstance(norm, FrozenBatchNorm2d):
                    norm.running_mean.copy_(0.4 * torch.rand(norm.bias.shape) - 0.2)
                    norm.running_var.copy_(0.5 + torch.rand(norm.bias.shape))


# ---------------------------------------------------------------------------------------------
# Backbones and pyramids


def backbone_goldens():
    """The outputs of the four stages of narrow ResNets."""
    group2 = functools.partial(nn.GroupNorm, 2)
    for name, block, blocks, width, norm in (
        ("resnet-basic-1111-width2-frozen", BasicBlock, [1, 1, 1, 1], 2, FrozenBatchNorm2d),
        ("resnet-basic-1111-width4-group2", BasicBlock, [1, 1, 1, 1], 4, group2),
        ("resnet-basic-2222-width2-frozen", BasicBlock, [2, 2, 2, 2], 2, FrozenBatchNorm2d),
        ("resnet-bottleneck-1111-width2-frozen", Bottleneck, [1, 1, 1, 1], 2, FrozenBatchNorm2d),
        ("resnet-bottleneck-2111-width2-group2", Bottleneck, [2, 1, 1, 1], 2, group2),
    ):
        torch.manual_seed(1)
        network = NarrowResNet(block, blocks, width, norm)
        disturb_norms(network)
        image = torch.randn(1, 3, 40, 56)
        stages = IntermediateLayerGetter(network, STAGES)(image)
        save(
            name,
            state(network)
            | {"in.image": image}
            | {f"out.stage{key}": value for key, value in stages.items()},
        )


def pyramid_goldens():
    """FeaturePyramidNetwork on four maps, without a fifth level and with one; sizes that halve and that do not."""
    torch.manual_seed(2)
    channels = [4, 8, 16, 32]
    plain = FeaturePyramidNetwork(channels, 8)
    pooled = FeaturePyramidNetwork(channels, 8, LastLevelMaxPool())
    pooled.load_state_dict(plain.state_dict())
    for bias in (p for name, p in plain.named_parameters() if name.endswith("bias")):
        nn.init.normal_(bias, std=0.1)
    pooled.load_state_dict(plain.state_dict())
    tensors = state(plain)
    for name, sizes in (
        ("even", [(16, 12), (8, 6), (4, 3), (2, 2)]),
        ("odd", [(11, 15), (6, 8), (3, 5), (2, 3)]),
    ):
        maps = {str(i): torch.randn(1, c, *size) for i, (c, size) in enumerate(zip(channels, sizes))}
        tensors |= {f"in.{name}.map{key}": value for key, value in maps.items()}
        tensors |= {f"out.{name}.level{key}": value for key, value in pooled(maps).items()}
        assert all(torch.equal(value, pooled(maps)[key]) for key, value in plain(maps).items())
    save("pyramid", tensors)


# ---------------------------------------------------------------------------------------------
# Mask R-CNN

# Everything that makes the network below, in the words of this project's config.
CONFIG = {
    "backbone": {
        "block": "BASIC",
        "blocks": [1, 1, 1, 1],
        "width": 4,
        "norm": "FROZEN_BATCH",
        "pyramidChannels": 8,
    },
    "rpn": {
        "anchorSizes": [8, 12, 20, 32, 48],
        "aspectRatios": [0.5, 1.0, 2.0],
        "foreground": 0.7,
        "background": 0.3,
        "batchPerImage": 1000000,
        "positiveFraction": 0.5,
        "preNmsTrain": 100,
        "preNmsTest": 60,
        "postNmsTrain": 50,
        "postNmsTest": 40,
        "nmsThreshold": 0.7,
    },
    "roi": {
        "canonicalSize": 48,
        "boxPool": 7,
        "boxChannels": 24,
        "foreground": 0.5,
        "batchPerImage": 1000000,
        "positiveFraction": 0.5,
        "maskBatchPerImage": 1000000,
        "scoreThreshold": 0.15,
        "nmsThreshold": 0.5,
        "detectionsPerImage": 8,
    },
    "heads": {"pool": 14, "maskConvolutions": 4, "maskChannels": 8},
    "input": {
        "shortSide": 48,
        "longSide": 64,
        "mean": [0.485, 0.456, 0.406],
        "deviation": [0.229, 0.224, 0.225],
    },
    "classes": 14,
}


def mask_rcnn(config):
    """torchvision's MaskRCNN, of the size that the config says."""
    backbone, rpn, roi, heads, image = (config[key] for key in ("backbone", "rpn", "roi", "heads", "input"))
    width, channels, levels = backbone["width"], backbone["pyramidChannels"], ["0", "1", "2", "3"]
    body = NarrowResNet(BasicBlock, backbone["blocks"], width, FrozenBatchNorm2d)
    pool = functools.partial(
        MultiScaleRoIAlign, levels, sampling_ratio=2, canonical_scale=roi["canonicalSize"], canonical_level=4
    )
    return MaskRCNN(
        BackboneWithFPN(body, STAGES, [width, width * 2, width * 4, width * 8], channels),
        min_size=image["shortSide"],
        max_size=image["longSide"],
        image_mean=image["mean"],
        image_std=image["deviation"],
        rpn_anchor_generator=AnchorGenerator(
            tuple((size,) for size in rpn["anchorSizes"]),
            (tuple(rpn["aspectRatios"]),) * len(rpn["anchorSizes"]),
        ),
        rpn_pre_nms_top_n_train=rpn["preNmsTrain"],
        rpn_pre_nms_top_n_test=rpn["preNmsTest"],
        rpn_post_nms_top_n_train=rpn["postNmsTrain"],
        rpn_post_nms_top_n_test=rpn["postNmsTest"],
        rpn_nms_thresh=rpn["nmsThreshold"],
        rpn_fg_iou_thresh=rpn["foreground"],
        rpn_bg_iou_thresh=rpn["background"],
        rpn_batch_size_per_image=rpn["batchPerImage"],
        rpn_positive_fraction=rpn["positiveFraction"],
        box_roi_pool=pool(output_size=roi["boxPool"]),
        box_head=TwoMLPHead(channels * roi["boxPool"] ** 2, roi["boxChannels"]),
        box_predictor=FastRCNNPredictor(roi["boxChannels"], config["classes"]),
        box_score_thresh=roi["scoreThreshold"],
        box_nms_thresh=roi["nmsThreshold"],
        box_detections_per_img=roi["detectionsPerImage"],
        box_fg_iou_thresh=roi["foreground"],
        box_bg_iou_thresh=roi["foreground"],
        box_batch_size_per_image=roi["batchPerImage"],
        box_positive_fraction=roi["positiveFraction"],
        mask_roi_pool=pool(output_size=heads["pool"]),
        mask_head=MaskRCNNHeads(channels, (heads["maskChannels"],) * heads["maskConvolutions"], 1),
        mask_predictor=MaskRCNNPredictor(heads["maskChannels"], heads["maskChannels"], config["classes"]),
    )


def lively(network):
    """Enlarges fresh weights so that objects and categories are told apart, by chance."""
    disturb_norms(network)
    factors = {
        "rpn.head.conv": 20,
        "rpn.head.cls_logits": 12,
        "rpn.head.bbox_pred": 1,
        "box_predictor.cls_score": 5,
    }
    factors |= {"box_predictor.bbox_pred": 4, "mask_predictor.mask_fcn_logits": 3}
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            factor = next((f for part, f in factors.items() if part in name), 1)
            if name.endswith("weight") and factor != 1:
                parameter.mul_(factor)
            if name.endswith("bias") and not name.startswith("backbone.body"):
                parameter.add_(0.1 * torch.randn(parameter.shape))
    return network


def photos():
    """Two images of smooth colours, of different sizes, 0 to 1."""
    sizes = [(40, 56), (60, 50)]
    coarse = [torch.rand(1, 3, 7, 9) for _ in sizes]
    smooth = [
        nn.functional.interpolate(c, size, mode="bicubic")[0].clamp(0, 1) for c, size in zip(coarse, sizes)
    ]
    return [(image * 255).round() / 255 for image in smooth]


def ground_truth():
    """Three ellipses on the first image and two on the second: boxes, labels and bit masks."""
    ellipses = [
        ((40, 56), [(16, 14, 11, 12, 1), (24, 38, 13, 10, 7), (9, 46, 7, 8, 13)]),
        ((60, 50), [(22, 25, 20, 17, 4), (45, 17, 9, 14, 4)]),
    ]
    targets = []
    for (height, width), shapes in ellipses:
        rows, columns = torch.arange(height)[:, None] + 0.5, torch.arange(width)[None, :] + 0.5
        masks = torch.stack(
            [((rows - y) / b) ** 2 + ((columns - x) / a) ** 2 <= 1 for y, x, b, a, _ in shapes]
        )
        boxes = torch.tensor([[x - a, y - b, x + a, y + b] for y, x, b, a, _ in shapes], dtype=torch.float32)
        labels = torch.tensor([shape[-1] for shape in shapes])
        limits = torch.tensor([width, height, width, height])
        targets.append(
            {"boxes": boxes.clamp(min=0).minimum(limits), "labels": labels, "masks": masks.to(torch.uint8)}
        )
    return targets


def copies(targets):
    return [dict(target) for target in targets]


@torch.no_grad()
def detection_goldens(network, images):
    """All stages of a forward pass without targets."""
    network.eval()
    batch, _ = network.transform(images)
    features = network.backbone(batch.tensors)
    objectness, deltas = network.rpn.head(list(features.values()))
    proposals, _ = network.rpn(batch, features)
    found, _ = network.roi_heads(features, proposals, batch.image_sizes)
    tensors = {"in.batch": batch.tensors, "in.image_sizes": torch.tensor(batch.image_sizes)}
    tensors |= {f"in.image{i}": (image * 255).round().to(torch.uint8) for i, image in enumerate(images)}
    tensors |= {f"out.level{i}": value for i, value in enumerate(features.values())}
    tensors |= {f"out.objectness{i}": value for i, value in enumerate(objectness)}
    tensors |= {f"out.deltas{i}": value for i, value in enumerate(deltas)}
    tensors |= {f"out.proposals{i}": value for i, value in enumerate(proposals)}
    pooled = network.roi_heads.box_roi_pool(features, proposals, batch.image_sizes)
    logits, regression = network.roi_heads.box_predictor(network.roi_heads.box_head(pooled))
    tensors |= {"out.class_logits": logits, "out.box_regression": regression}
    for i, detections in enumerate(found):
        tensors |= {f"out.image{i}.{name}": value for name, value in detections.items()}
    for i, detections in enumerate(network(images)):
        tensors |= {
            f"out.photo{i}.boxes": detections["boxes"],
            f"out.photo{i}.masks_over_half": (detections["masks"] > 0.5).to(torch.uint8),
        }
    save("mask-rcnn-detect", tensors)
    return tensors


def loss_goldens(network, images, targets):
    """The five losses and the gradient of every parameter.

    Nothing is left to chance: the samplers take everything.
    """
    network.train()
    batch, resized = network.transform(images, copies(targets))
    tensors = {"in.image_sizes": torch.tensor(batch.image_sizes)}
    for i, target in enumerate(resized):
        tensors |= {f"in.image{i}.{name}": value for name, value in target.items()}
    network.zero_grad()
    losses = network(images, copies(targets))
    sum(losses.values()).backward()
    tensors |= {f"out.{name}": value for name, value in losses.items()}
    tensors |= {f"gradient.{name}": parameter.grad for name, parameter in network.named_parameters()}
    # The same where nothing is to be found on the second image.
    bare = copies(targets)
    bare[1] = {name: value[:0] for name, value in bare[1].items()}
    tensors |= {f"out.second_empty.{name}": value for name, value in network(images, bare).items()}
    save("mask-rcnn-losses", tensors)
    return losses


def mask_rcnn_goldens():
    torch.manual_seed(5)
    network = lively(mask_rcnn(CONFIG))
    images, targets = photos(), ground_truth()
    save("mask-rcnn", state(network))
    (FOLDER / "mask-rcnn.json").write_text(json.dumps(CONFIG, indent=2) + "\n")
    detection_goldens(network, images)
    losses = loss_goldens(network, images, targets)
    for seed in (6, 7):
        torch.manual_seed(seed)
        again = network(images, copies(targets))
        assert all(torch.equal(losses[name], again[name]) for name in losses), "the losses depend on chance"


if __name__ == "__main__":
    torch.set_num_threads(1)
    backbone_goldens()
    pyramid_goldens()
    mask_rcnn_goldens()
