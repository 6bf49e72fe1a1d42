#!/usr/bin/env bash
# What `wardrobe synthesize` costs: 1,000 photos of 320 pixels on one thread and on all, the same
# without drawing, and as many annotation files as the paper's training split has. Whole processes.
#
#   benchmarks/synthesis.sh SCRATCH [ANNOTATIONS]
#
# SCRATCH      a folder for what is made (12 KB a photo, 4 KB an annotation); emptied as it goes
# ANNOTATIONS  how many annotation files at the end; 390884 unless told
#
# Needs GNU time at /usr/bin/time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
scratch=$1
annotations=${2:-390884}
mkdir -p "$scratch"
./wardrobe --version

measure() { # what photos options...
  local set=$scratch/set
  rm -rf "$set"
  /usr/bin/time -o "$scratch/time" -f '%U %S %e %M' \
    ./wardrobe synthesize "$set" --train "$2" "${@:3}" > /dev/null 2>&1
  read -r user system wall peak < "$scratch/time"
  echo "$user $system $wall $peak $2" | awk -v what="$1" '{ cpu = $1 + $2
    printf "%-34s %7d photos  %7.1f CPU s  %6.1f s  %5.0f MB peak  %6.1f photos a CPU second\n",
           what, $5, cpu, $3, $4 / 1024, $5 / cpu }'
  rm -rf "$set"
}

measure "320 px, one thread" 1000 --size 320..320 --threads 1
measure "320 px, all threads" 1000 --size 320..320
measure "640 px, all threads" 1000 --size 640..640
measure "annotations only, one thread" 1000 --size 320..320 --annotations-only --threads 1
measure "annotations only, all threads" "$annotations" --annotations-only
