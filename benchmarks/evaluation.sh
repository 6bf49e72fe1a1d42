#!/usr/bin/env bash
# Times `wardrobe evaluate` on 32,153 made-up photos against pycocotools with the 294 sigmas: whole
# processes, in turn, on this machine, reading included. Checks first that the numbers are equal.
#
#   benchmarks/evaluation.sh PEERS DATA [RUNS]
#
# PEERS   a folder with gen_val.py and evaluate.py, the peers' scripts
# DATA    a folder for the made-up data (3 GB); made with gen_val.py where it is missing
# RUNS    counted runs of each command, 3 unless told
#
# PYTHON names a Python with numpy and pycocotools; python3 unless told. Needs GNU time at
# /usr/bin/time.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
peers=$1
data=$2
runs=${3:-3}
python=${PYTHON:-python3}

if [ ! -f "$data/gen.json" ]; then
  "$python" "$peers/gen_val.py" --n 32153 --seed 2019 --profile val --out "$data" > /dev/null
fi
./wardrobe --version
[ -f "$data/gt_coco.json" ] ||
  ./wardrobe convert coco "$data" --sizes "$data/sizes.json" -o "$data/gt_coco.json"
[ -f benchmarks/target/wardrobe-benchmarks.jar ] ||
  mvn -q -B -DskipTests -Dspotless.check.skip -pl benchmarks -am package
source ./wardrobe
find_java javac
java=$java_home/bin/java
classes="benchmarks/target/wardrobe-benchmarks.jar:benchmarks/target/lib/*"
numbers=$(mktemp -d)
trap 'rm -rf "$numbers"' EXIT

for pair in detection:bbox segmentation:segm landmarks:keypoints; do
  task=${pair%:*}
  name=${pair#*:}
  ours="./wardrobe evaluate $task --gt $data/gt_coco.json --results $data/results_$name.json"
  theirs="$python $peers/evaluate.py $name $data/gt_coco.json $data/results_$name.json"
  $ours | grep ' Average ' > "$numbers/ours"
  $theirs | grep ' Average ' > "$numbers/theirs"
  cmp "$numbers/ours" "$numbers/theirs"
  printf '\n%s: the printed numbers are equal.\n' "$task"
  "$java" -cp "$classes" dev.wardrobe.benchmarks.SideBySide "$runs" "$theirs" "$ours"
done
printf '\nRetrieval, alone:\n'
retrieval="./wardrobe evaluate retrieval --query $data/val_query.json --gallery $data/val_gallery.json"
retrieval="$retrieval --results $data/results_retrieval.json"
/usr/bin/time -f '%U user + %S system CPU seconds, %e on the clock, %M kB' $retrieval > /dev/null
printf '\nStep by step, one thread, warm:\n'
"$java" -cp "$classes" dev.wardrobe.benchmarks.EvaluationPhases "$data" "$runs"
