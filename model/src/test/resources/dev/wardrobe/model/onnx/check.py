"""Checks ONNX files of Match R-CNN: the format, and that they run.

python check.py FILE.onnx ...        (needs numpy, onnx, onnxruntime)
"""

import hashlib
import sys

import numpy
import onnx
import onnxruntime

for path in sys.argv[1:]:
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_inputs()]
    outputs = [value.name for value in session.get_outputs()]
    random = numpy.random.default_rng(1)
    for height, width, threshold, known in ((96, 64, 0.05, 2), (64, 128, 0.05, 0), (64, 64, 1, 0)):
        inputs = {
            "image": random.standard_normal((1, 3, height, width), dtype=numpy.float32),
            "image_size": numpy.array([width - 3, height], numpy.float32),
            "score_threshold": numpy.array([threshold], numpy.float32),
        }
        if "known_boxes" in names:
            corners = random.uniform(0, 30, (known, 2)).astype(numpy.float32)
            inputs["known_boxes"] = numpy.concatenate([corners, corners + 20], axis=1)
        results = session.run(None, inputs)
        print(path, {name: result.shape for name, result in zip(outputs, results)})
    with open(path, "rb") as file:
        print(path, "checked,", len(model.graph.node), "nodes, SHA-256", hashlib.sha256(file.read()).hexdigest())
