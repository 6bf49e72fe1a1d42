#!/usr/bin/env bash
# Makes the model that comes with Wardrobe again, from nothing, and scores it on photos of another
# seed that neither training nor choosing has seen: docs/model-card.md.
#
#   benchmarks/pretrained.sh SCRATCH [SEED]
#
# SCRATCH  a folder for the photos, the run and the results; what is there already is not made again
# SEED     of the training's random choices, 7 unless told; the photos stay the same
#
# Under two hours on two cores, and 0.6 GB. Prints the scores with their intervals, and the digest
# of the model.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=${1:-}
seed=${2:-7}
[ -n "$scratch" ] || {
  sed -n '5s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}
data=$scratch/made-up
run=$scratch/run-$seed
model=$scratch/pretrained-$seed.safetensors
found=$scratch/found-$seed
mkdir -p "$scratch"

# Folders are made whole or not at all, so that an interrupted step is done again.
made() { # folder arguments of synthesize...
  [ -d "$1" ] || {
    rm -rf "$1.new"
    ./wardrobe synthesize "$1.new" "${@:2}"
    mv "$1.new" "$1"
  }
}

made "$data" --train 24000 --validation 800 --size 320..320 --seed 7
made "$scratch/held-out" --train 0 --validation 1000 --size 320..320 --seed 8
if [ ! -f "$model" ]; then
  again=()
  [ ! -f "$run/last.safetensors" ] || again=(--resume)
  ./wardrobe train "$data" --recipe small --seed "$seed" --out "$run" ${again[@]+"${again[@]}"}
  ./wardrobe export "$run" -o "$model"
fi

held_out=$scratch/held-out/validation
./wardrobe predict "$model" "$held_out" --out "$found"
score() { # task results arguments...
  printf '\n%s\n' "$1 ${*:3}"
  ./wardrobe evaluate "$1" --gt "$held_out" --results "$found/$2.json" "${@:3}"
}
score detection boxes --intervals --json "$found/scores-boxes.json"
score segmentation masks --intervals --json "$found/scores-masks.json"
score landmarks landmarks --landmarks vis --intervals --json "$found/scores-landmarks-vis.json"
score landmarks landmarks --intervals --json "$found/scores-landmarks.json"
score retrieval retrieval
printf '\n'
sha256sum "$model"
