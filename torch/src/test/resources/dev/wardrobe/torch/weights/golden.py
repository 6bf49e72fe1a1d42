"""Writes small weight files of every kind that PyTorch writes, their contents, and files to be refused.

python golden.py        (needs torch, safetensors)
"""

import collections
import io
import json
import os
import pathlib
import pickle
import struct
import zipfile

import torch
from safetensors.torch import save_file
from torch import nn

FOLDER = pathlib.Path(__file__).parent
# What the model module reads without PyTorch.
PLAIN = FOLDER.parents[7] / "model/src/test/resources/dev/wardrobe/model/weights"
EXPECTED = {}


def contents(tensor):
    """A tensor as it is stored among the expected values: 16-bit floats widened, booleans as 0 and 1."""
    tensor = tensor.detach()
    if tensor.dtype in (torch.float16, torch.bfloat16):
        tensor = tensor.float()
    if tensor.dtype == torch.bool:
        tensor = tensor.to(torch.uint8)
    return tensor.contiguous().clone()


def both(name, value, tensors):
    """Saves `value` in the zip format and in the one before it; notes what a reader is to find."""
    torch.save(value, FOLDER / f"{name}-zip.pt")
    torch.save(value, FOLDER / f"{name}-legacy.pt", _use_new_zipfile_serialization=False)
    for key, tensor in tensors.items():
        EXPECTED[f"{name}.{key}"] = contents(tensor)


# ---------------------------------------------------------------------------------------------
# Files that can be read


def small_network():
    torch.manual_seed(1)
    return nn.Sequential(
        collections.OrderedDict(
            conv1=nn.Conv2d(3, 2, 3, bias=False), bn1=nn.BatchNorm2d(2), fc=nn.Linear(4, 3)
        )
    )


def state_dicts():
    """An OrderedDict with _metadata, as Module.state_dict() gives it; the same within a checkpoint."""
    network = small_network()
    state = network.state_dict()
    both("state", state, state)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.1, momentum=0.9)
    network.fc(torch.ones(1, 4)).sum().backward()
    optimizer.step()
    checkpoint = {
        "model": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "epoch": 3,
        "best": 0.625,
        "args": {
            "name": "wärdrobe",
            "lr": 1e-3,
            "steps": [1, 2, (3, None)],
            "amp": False,
            "large": 2**40,
            "huge": -(2**70),
        },
        "names": {"shirt", "skirt"},
    }
    both("checkpoint", checkpoint, {f"model.{key}": value for key, value in network.state_dict().items()})
    # Parameters instead of plain tensors.
    parameters = collections.OrderedDict(network.named_parameters())
    both("parameters", parameters, parameters)


def data_types():
    generator = torch.Generator().manual_seed(2)
    values = torch.randn(2, 5, generator=generator) * 100
    tensors = {
        "float64": values.double() / 3,
        "float32": values,
        "float16": torch.cat(
            (values.half().flatten(), torch.tensor([6e-8, -0.0, 65504.0, float("inf")]).half())
        ),
        "bfloat16": torch.cat(
            (values.bfloat16().flatten(), torch.tensor([1e-40, -0.0, 3e38, float("-inf")]).bfloat16())
        ),
        "int64": torch.tensor([-(2**62), -1, 0, 2**53 + 1]),
        "int32": torch.tensor([-(2**31), 7], dtype=torch.int32),
        "int16": torch.tensor([-(2**15), 7], dtype=torch.int16),
        "int8": torch.tensor([-128, 127], dtype=torch.int8),
        "uint8": torch.tensor([0, 255], dtype=torch.uint8),
        "bool": torch.tensor([[True, False, True]]),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
    }
    both("types", tensors, tensors)
    save_file({key: value.clone() for key, value in tensors.items()}, PLAIN / "types.safetensors")


def views():
    """Tensors that are not all of their storage, or not in its order, or share it."""
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
    conv = torch.arange(48, dtype=torch.float32).reshape(2, 3, 2, 4).to(memory_format=torch.channels_last)
    tensors = {
        "base": base,
        "transposed": base.t(),
        "offset": base[1:, 2:5],
        "strided": base[::2, ::3],
        "row": base[3],
        "expanded": base[:, :1].expand(4, 3),
        "channels_last": conv,
    }
    both("views", tensors, tensors)


# ---------------------------------------------------------------------------------------------
# Files that must be refused


class Call:
    """Pickles as a call of a function: what an unpickler without an allow-list would run."""

    def __init__(self, function, *arguments):
        self.reduced = (function, arguments)

    def __reduce__(self):
        return self.reduced


class Storage:
    """Pickles as a reference to data/0, with as many elements as it claims."""

    def __init__(self, claimed):
        self.claimed = claimed


class StoragePickler(pickle.Pickler):
    def persistent_id(self, value):
        if isinstance(value, Storage):
            return ("storage", torch.FloatStorage, "0", "cpu", value.claimed)
        return None


def archive(name, pickled, data):
    """A zip archive as torch.save writes it, with any pickle and any data/0."""
    with zipfile.ZipFile(FOLDER / f"{name}.pt", "w") as file:
        for entry, content in (
            ("data.pkl", pickled),
            ("byteorder", b"little"),
            ("data/0", data),
            ("version", b"3\n"),
        ):
            file.writestr(zipfile.ZipInfo(f"archive/{entry}"), content)


def lying(name, claimed, offset, size, stride, data=bytes(16)):
    """A tensor of the given geometry over a data/0 of 4 floats that claims to have `claimed`."""
    buffer = io.BytesIO()
    tensor = Call(
        torch._utils._rebuild_tensor_v2,
        Storage(claimed),
        offset,
        size,
        stride,
        False,
        collections.OrderedDict(),
    )
    StoragePickler(buffer, protocol=2).dump({"weight": tensor})
    archive(f"hostile-{name}", buffer.getvalue(), data)


def hostile():
    """Nothing here does harm where it is run after all: the commands only print."""
    state = {"weight": torch.ones(2), "bias": Call(os.system, "echo this must never run")}
    torch.save(state, FOLDER / "hostile-system-zip.pt")
    torch.save(state, FOLDER / "hostile-system-legacy.pt", _use_new_zipfile_serialization=False)
    torch.save({"weight": Call(eval, "print('this must never run')")}, FOLDER / "hostile-eval.pt")
    torch.save(small_network(), FOLDER / "hostile-whole-module.pt")

    for kind in ("zip", "legacy"):
        content = (FOLDER / f"state-{kind}.pt").read_bytes()
        (FOLDER / f"hostile-truncated-{kind}.pt").write_bytes(content[: len(content) * 9 // 10])
    content = (FOLDER / "state-legacy.pt").read_bytes()
    (FOLDER / "hostile-truncated-pickle.pt").write_bytes(content[:120])

    lying("storage-larger-than-data", 1000, 0, (1000,), (1,))
    lying("tensor-beyond-storage", 4, 0, (5,), (1,))
    lying("offset-beyond-storage", 4, 3, (2,), (1,))
    lying("negative-offset", 4, -1, (2,), (1,))
    lying("negative-size", 4, 0, (-2,), (1,))
    lying("negative-stride", 4, 3, (2,), (-1,))
    lying("size-overflows", 4, 0, (2**32, 2**32), (0, 0))
    lying("size-huge", 4, 0, (2**31, 2**20), (0, 0))
    lying("stride-overflows", 4, 0, (2, 2), (2**63 - 1, 1))
    lying("more-strides-than-sizes", 4, 0, (2,), (1, 1))
    lying("data-not-whole", 4, 0, (4,), (1,), data=bytes(15))

    protocol = b"\x80\x02"
    archive("hostile-pickle-empty", b"", bytes(16))
    archive("hostile-pickle-stack-underflow", protocol + b"ss.", bytes(16))
    archive("hostile-pickle-unknown-memo", protocol + b"h\x07.", bytes(16))
    archive("hostile-pickle-unknown-opcode", protocol + b"\xff.", bytes(16))
    archive("hostile-pickle-no-stop", protocol + b"}", bytes(16))
    archive("hostile-pickle-long-string", protocol + b"X" + struct.pack("<I", 2**31 - 1) + b"abc.", bytes(16))
    # Each list holds the one before it twice: 2^60 elements to whoever walks through them.
    doubling = (
        b"]"
        + b"q\x00"
        + b"".join(b"](h" + bytes([i]) + b"h" + bytes([i]) + b"eq" + bytes([i + 1]) for i in range(60))
    )
    archive("hostile-pickle-doubling", protocol + doubling + b".", bytes(16))
    archive("hostile-pickle-deep", protocol + b"]" * 9000 + b"a" * 8999 + b".", bytes(16))
    archive("hostile-pickle-list-in-itself", protocol + b"]q\x00h\x00a.", bytes(16))


def hostile_safetensors():
    def write(name, header, data=bytes(16), length=None):
        text = header if isinstance(header, bytes) else json.dumps(header).encode()
        size = len(text) if length is None else length
        (PLAIN / f"hostile-{name}.safetensors").write_bytes(struct.pack("<Q", size) + text + data)

    def entry(begin=0, end=16, shape=(4,), dtype="F32"):
        return {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}

    write("header-length", {"weight": entry()}, length=2**40)
    write("header-negative-length", {"weight": entry()}, length=2**64 - 1)
    write("header-not-json", b'{"weight": {"dtype"')
    write("data-missing", {"weight": entry()}, data=bytes(8))
    write("shape-unlike-data", {"weight": entry(shape=(5,))})
    write("shape-overflows", {"weight": entry(shape=(2**32, 2**32))})
    write("shape-negative", {"weight": entry(shape=(-4,))})
    write("offsets-reversed", {"weight": entry(16, 0)})
    write("offsets-overlap", {"weight": entry(), "bias": entry(8, 24)}, data=bytes(24))
    write("type-unknown", {"weight": entry(dtype="F33")})
    write("name-twice", b'{"weight": %s, "weight": %s}' % ((json.dumps(entry()).encode(),) * 2))
    (PLAIN / "hostile-empty.safetensors").write_bytes(b"")


if __name__ == "__main__":
    state_dicts()
    data_types()
    views()
    save_file(EXPECTED, FOLDER / "expected.safetensors")
    hostile()
    hostile_safetensors()
