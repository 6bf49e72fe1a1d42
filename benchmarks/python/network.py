"""torchvision's Mask R-CNN, of the size that a Wardrobe config says."""

import functools

import torch
from torch import nn
from torchvision.models.detection.anchor_utils import AnchorGenerator
from torchvision.models.detection.backbone_utils import BackboneWithFPN
from torchvision.models.detection.faster_rcnn import FastRCNNPredictor, TwoMLPHead
from torchvision.models.detection.generalized_rcnn import GeneralizedRCNN
from torchvision.models.detection.mask_rcnn import MaskRCNNHeads, MaskRCNNPredictor
from torchvision.models.detection.roi_heads import RoIHeads, fastrcnn_loss, maskrcnn_loss
from torchvision.models.detection.rpn import RegionProposalNetwork, RPNHead
from torchvision.models.detection.transform import GeneralizedRCNNTransform
from torchvision.models.resnet import BasicBlock, Bottleneck, ResNet
from torchvision.ops import Conv2dNormActivation, FrozenBatchNorm2d, MultiScaleRoIAlign

STAGES = {"layer1": "0", "layer2": "1", "layer3": "2", "layer4": "3"}


def build(config):
    """A network with fresh weights from a config as it stands in a Wardrobe JSON file."""
    body, rpn, roi, heads = (config[part] for part in ("backbone", "rpn", "roi", "heads"))
    classes = 14 if config["streams"]["category"] else 2
    channels = body["pyramidChannels"]
    pool = functools.partial(
        MultiScaleRoIAlign,
        list(STAGES.values()),
        sampling_ratio=2,
        canonical_scale=roi["canonicalSize"],
        canonical_level=4,
    )
    mask_parts = (None, None, None)
    if config["streams"]["mask"]:
        mask_parts = (
            pool(output_size=heads["pool"]),
            MaskRCNNHeads(
                channels, (heads["maskChannels"],) * heads["maskConvolutions"], 1, norm_of_heads(body)
            ),
            MaskRCNNPredictor(heads["maskChannels"], heads["maskChannels"], classes),
        )
    roi_heads = CappedRoIHeads(
        roi["maskBatchPerImage"],
        pool(output_size=roi["boxPool"]),
        TwoMLPHead(channels * roi["boxPool"] ** 2, roi["boxChannels"]),
        FastRCNNPredictor(roi["boxChannels"], classes),
        fg_iou_thresh=roi["foreground"],
        bg_iou_thresh=roi["foreground"],
        batch_size_per_image=roi["batchPerImage"],
        positive_fraction=roi["positiveFraction"],
        bbox_reg_weights=None,
        score_thresh=roi["scoreThreshold"],
        nms_thresh=roi["nmsThreshold"],
        detections_per_img=roi["detectionsPerImage"],
        mask_roi_pool=mask_parts[0],
        mask_head=mask_parts[1],
        mask_predictor=mask_parts[2],
    )
    return GeneralizedRCNN(
        pyramid(body, len(rpn["anchorSizes"])),
        proposals(rpn, channels),
        roi_heads,
        Normalize(config["input"]),
    )


def pyramid(config, levels):
    """The backbone with its pyramid of four levels, or five with the last one pooled."""
    width, block = config["width"], Bottleneck if config["block"] == "BOTTLENECK" else BasicBlock
    norm = FrozenBatchNorm2d if config["norm"] == "FROZEN_BATCH" else group_norm
    body = WideResNet(block, config["blocks"], width, norm)
    # The stem counts as the first stage.
    parts = [[body.conv1, body.bn1], [body.layer1], [body.layer2], [body.layer3], [body.layer4]]
    for part in parts[: config["frozenStages"]]:
        for module in part:
            module.requires_grad_(False)
    stages = [width * 2**stage * block.expansion for stage in range(4)]
    network = BackboneWithFPN(body, STAGES, stages, config["pyramidChannels"])
    if levels == 4:
        network.fpn.extra_blocks = None
    if norm_of_heads(config):
        normalise_outputs(network.fpn, config["pyramidChannels"])
    return network


def normalise_outputs(fpn, channels):
    """Puts a norm after the last convolution of each level, and only there."""
    for level in range(len(fpn.layer_blocks)):
        block = Conv2dNormActivation(channels, channels, 3, norm_layer=group_norm, activation_layer=None)
        nn.init.kaiming_uniform_(block[0].weight, a=1)
        fpn.layer_blocks[level] = block


def proposals(config, channels):
    """The region proposal network."""
    sizes = tuple((size,) for size in config["anchorSizes"])
    anchors = AnchorGenerator(sizes, (tuple(config["aspectRatios"]),) * len(sizes))
    return RegionProposalNetwork(
        anchors,
        RPNHead(channels, anchors.num_anchors_per_location()[0]),
        fg_iou_thresh=config["foreground"],
        bg_iou_thresh=config["background"],
        batch_size_per_image=config["batchPerImage"],
        positive_fraction=config["positiveFraction"],
        pre_nms_top_n={"training": config["preNmsTrain"], "testing": config["preNmsTest"]},
        post_nms_top_n={"training": config["postNmsTrain"], "testing": config["postNmsTest"]},
        nms_thresh=config["nmsThreshold"],
    )


def norm_of_heads(config):
    """Pyramid and heads have norms only where the backbone is trained from scratch."""
    return None if config["norm"] == "FROZEN_BATCH" else group_norm


def group_norm(channels):
    """At most 32 groups, of equal size and of at least 4 channels where the number allows it."""
    groups = max(1, min(32, channels // 4))
    while channels % groups:
        groups -= 1
    return nn.GroupNorm(groups, channels)


class WideResNet(ResNet):
    """torchvision's ResNet with any number of channels in its first stage, and no classifier."""

    def __init__(self, block, blocks, width, norm):
        super().__init__(block, blocks, norm_layer=norm)
        self.inplanes = width
        self.conv1 = nn.Conv2d(3, width, kernel_size=7, stride=2, padding=3, bias=False)
        self.bn1 = norm(width)
        for stage, (count, stride) in enumerate(zip(blocks, (1, 2, 2, 2))):
            setattr(self, f"layer{stage + 1}", self._make_layer(block, width * 2**stage, count, stride))
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
        del self.avgpool, self.fc


class CappedRoIHeads(RoIHeads):
    """torchvision's heads, with a limit on the regions of an image that train the mask head."""

    def __init__(self, mask_batch, *arguments, **named):
        super().__init__(*arguments, **named)
        self.mask_batch = mask_batch

    def forward(self, features, proposals, image_shapes, targets=None):
        if not self.training:
            return super().forward(features, proposals, image_shapes, targets)
        boxes, matched, labels, regression = self.select_training_samples(proposals, targets)
        pooled = self.box_roi_pool(features, boxes, image_shapes)
        logits, deltas = self.box_predictor(self.box_head(pooled))
        classifier, box = fastrcnn_loss(logits, deltas, labels, regression)
        losses = {"loss_classifier": classifier, "loss_box_reg": box}
        if self.has_mask():
            chosen = [self.some_foreground(of_image) for of_image in labels]
            boxes = [b[c] for b, c in zip(boxes, chosen)]
            matched = [m[c] for m, c in zip(matched, chosen)]
            pooled = self.mask_roi_pool(features, boxes, image_shapes)
            masks, of_items = [t["masks"] for t in targets], [t["labels"] for t in targets]
            logits = self.mask_predictor(self.mask_head(pooled))
            losses["loss_mask"] = maskrcnn_loss(logits, boxes, masks, of_items, matched)
        return [], losses

    def some_foreground(self, labels):
        positive = torch.where(labels > 0)[0]
        return positive[torch.randperm(len(positive))[: self.mask_batch]]


class Normalize(GeneralizedRCNNTransform):
    """Normalises and pads a batch. Photos are resized before, where they are read."""

    def __init__(self, config):
        super().__init__(config["shortSide"], config["longSide"], config["mean"], config["deviation"])

    def resize(self, image, target=None):
        return image, target


def detect(network, images, photo_sizes):
    """What the network finds: boxes and masks in the pixels of photos of (height, width)."""
    batch, _ = network.transform(images)
    features = network.backbone(batch.tensors)
    regions, _ = network.rpn(batch, features)
    found, _ = network.roi_heads(features, regions, batch.image_sizes)
    return network.transform.postprocess(found, batch.image_sizes, photo_sizes)
