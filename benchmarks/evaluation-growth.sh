#!/usr/bin/env bash
# How the cost of `wardrobe evaluate` grows: with the photos (8,000, 32,153, 321,530) and, at 100
# detections a photo, with the photos too (1,000, 4,000). One run each, reading included.
#
#   benchmarks/evaluation-growth.sh PEERS DATA
#
# PEERS   a folder with gen_val.py
# DATA    a folder for the made-up data (17 GB, half an hour to make); made where it is missing
#
# PYTHON names a Python with numpy and pycocotools; python3 unless told. Needs GNU time at
# /usr/bin/time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
peers=$1
data=$2
python=${PYTHON:-python3}
./wardrobe --version

measure() { # profile photos tasks...
  local set=$data/$1-$2
  if [ ! -f "$set/gen.json" ]; then
    "$python" "$peers/gen_val.py" --n "$2" --seed 2019 --profile "$1" --out "$set" \
      --skip retrieval > /dev/null
  fi
  [ -f "$set/gt_coco.json" ] ||
    ./wardrobe convert coco "$set" --sizes "$set/sizes.json" -o "$set/gt_coco.json" 2> /dev/null
  for pair in "${@:3}"; do
    local files=("$set/gt_coco.json" "$set/results_${pair#*:}.json")
    cat "${files[@]}" > /dev/null
    /usr/bin/time -o "$set/time" -f '%U %S %e %M' ./wardrobe evaluate "${pair%:*}" \
      --gt "${files[0]}" --results "${files[1]}" > /dev/null 2>&1
    read -r user system wall peak < "$set/time"
    echo "$1 $2 ${pair%:*} $user $system $wall $peak $(stat -c %s "${files[@]}" | paste -sd ' ')" |
      awk '{ printf "%-7s %7d photos  %-12s %6.2f CPU s %6.2f s %6d MB peak, %6d MB read, %5.1f us CPU a photo\n",
             $1, $2, $3, $4 + $5, $6, $7 / 1024, ($8 + $9) / 1e6, 1e6 * ($4 + $5) / $2 }'
  done
}

for photos in 8000 32153 321530; do
  measure val "$photos" detection:bbox segmentation:segm landmarks:keypoints
done
for photos in 1000 4000; do
  measure stress "$photos" detection:bbox segmentation:segm
done
