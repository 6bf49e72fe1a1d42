#!/usr/bin/env bash
# Times and scores `wardrobe train` and `wardrobe predict` against torchvision's Mask R-CNN, trained
# and run by benchmarks/python/maskrcnn.py with the same config, and against ONNX Runtime in Python:
# in turn, on this machine.
#
#   benchmarks/model.sh step SCRATCH [RUNS]
#   benchmarks/model.sh loading SCRATCH DATA [STEPS]
#   benchmarks/model.sh predict SCRATCH DATA [RUNS]
#   benchmarks/model.sh onnx SCRATCH DATA [RUNS [MODEL]]
#   benchmarks/model.sh accuracy SCRATCH DATA [RECIPE [SEEDS [STEPS]]]
#
# SCRATCH  a folder for what is made (models, results, photos); made where it is missing
# DATA     a data set with train and validation, such as `wardrobe synthesize` makes
# RUNS     pairs of runs of each case, 5 (step) or 3 (predict, onnx) unless told
# MODEL    what `wardrobe export` takes; pretrained unless told
# STEPS    steps of training: 200 (loading), the recipe's (accuracy) unless told
# RECIPE   tiny unless told
# SEEDS    "1 2 3" unless told
#
# Boxes and masks only, which is what torchvision's can do; the last lines of `step` are all heads. Case
# by case one thread means one core: both sides are bound to it. Models that SCRATCH holds already are
# not trained again. `accuracy` trains both sides at the same time, each on one thread.
#
# PYTHON names a Python with torch, torchvision, pillow and pycocotools (for `onnx`: onnxruntime, pillow
# and pycocotools); python3 unless told. RECIPES,
# PRECISIONS and THREADS narrow the cases down ("tiny small", "FLOAT32 BFLOAT16", "1 2" unless told).
# Needs GNU time at /usr/bin/time, and taskset.
# shellcheck disable=SC2086,SC2046 # commands are split at blanks
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
what=${1:-}
scratch=${2:-}
[ -n "$scratch" ] || {
  sed -n '6,10s/^# *//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}
shift 2
python=${PYTHON:-python3}
recipes=${RECIPES:-tiny small}
precisions=${PRECISIONS:-FLOAT32 BFLOAT16}
thread_counts=${THREADS:-1 2}
peer="$python benchmarks/python/maskrcnn.py"

mkdir -p "$scratch"
./wardrobe --version
jar=benchmarks/target/wardrobe-benchmarks.jar
if [ ! -f "$jar" ] || [ -n "$(find {core,model,torch,benchmarks}/{pom.xml,src/main} -newer "$jar" -print -quit)" ]; then
  mvn -q -B -DskipTests -Dspotless.check.skip -pl benchmarks -am package
  touch "$jar" # Maven leaves it as it is where only another module changed
fi
source ./wardrobe
find_java javac
java="$java_home/bin/java --enable-native-access=ALL-UNNAMED -cp $jar:benchmarks/target/lib/*"
set -f # the class path has a star
measure() { # class arguments...
  $java "dev.wardrobe.benchmarks.$1" "${@:2}"
}

bound() { # threads: the command that binds to one core where there is to be one thread
  [ "$1" != 1 ] || printf 'taskset -c 0 '
}

# Without what the peer does not know: photos shown more often, heads that see more than the box.
config() { # recipe settings...: the config file's name
  local file=$scratch/$1.json
  measure ConfigFile "$file" "$@" heads.margin=0 training.repeatThreshold=0
  printf '%s' "$file"
}

step() {
  local runs=${1:-5} recipe precision threads file steps bind
  for recipe in $recipes; do
    file=$(config "$recipe")
    steps=20
    for precision in $precisions; do
      for threads in $thread_counts; do
        bind=$(bound "$threads")
        printf '\n%s, %s, threads %s, A the peer, B ours:\n' "$recipe" "$precision" "$threads"
        # The whole batch at once, which costs the peer no more and suits its threads better.
        measure PrintedFigures "$runs" \
          "$bind$peer step --config $file --threads $threads --precision $precision --accumulate 1 --warmup 10 --steps $steps" \
          "$bind$java dev.wardrobe.benchmarks.TrainingSteps $file config $precision $threads 2 10 $steps"
      done
    done
    printf '\n%s, all heads, ours:\n' "$recipe"
    for precision in $precisions; do
      for threads in $thread_counts; do
        printf '%s, threads %s\n' "$precision" "$threads"
        $(bound "$threads")$java dev.wardrobe.benchmarks.TrainingSteps \
          "$file" all "$precision" "$threads" 2 10 "$steps" | head -2
      done
    done
  done
}

loading() {
  local data=$1 steps=${2:-200} recipe threads
  for recipe in $recipes; do
    for threads in $thread_counts; do
      printf '\n%s, threads %s\n' "$recipe" "$threads"
      measure Loading "$data/train" "$(config "$recipe" training.precision=AUTO)" \
        "$threads" "$steps"
    done
  done
}

# Trains both sides at the same time, each on one thread: OpenMP's threads, when they are more than
# there are cores, spend most of their time waiting for each other in circles. Ours gets no
# validation split: the last weights count on both sides.
train_both() { # recipe config seed steps
  local ours=$scratch/ours-$1-$3 theirs=$scratch/theirs-$1-$3 pid=
  if [ ! -f "$theirs/model.pt" ]; then
    timed "$theirs" $peer train "$data" --config "$2" --seed "$3" --steps "$4" --threads 1 \
      --workers 1 --out "$theirs" &
    pid=$!
  fi
  if [ ! -f "$ours/best.safetensors" ] || [ ! -f "$ours.time" ]; then
    rm -rf "$ours"
    timed "$ours" ./wardrobe train "$data/train" --recipe "$2" --seed "$3" --steps "$4" \
      --threads 1 --workers 1 --out "$ours"
  fi
  [ -z "$pid" ] || wait "$pid"
}

timed() { # name command...: writes NAME.log and NAME.time
  local code=0
  /usr/bin/time -q -o "$1.new" -f '%U %S %e %M' "${@:2}" > "$1.log" 2>&1 || code=$?
  [ "$code" -le 1 ] || { # 1: some items of real data are left out
    tail -n 5 "$1.log" >&2
    exit "$code"
  }
  mv "$1.new" "$1.time"
}

# Photos in folders named by how many they are, from validation and then from train.
photos() { # count
  local folder=$scratch/photos-$1 count=0 split file
  [ ! -d "$folder" ] || return 0
  mkdir -p "$folder.new"
  for split in validation train; do
    while IFS= read -r file; do
      [ "$count" -lt "$1" ] || break
      count=$((count + 1))
      cp "$file" "$folder.new/$(printf '%06d' "$count").jpg"
    done < <(find "$data/$split/image" -name '*.jpg' | sort)
  done
  [ "$count" = "$1" ] || {
    echo "There are only $count photos in $data, and $1 are needed" >&2
    exit 2
  }
  mv "$folder.new" "$folder"
}

predict() {
  local runs=${2:-3} recipe threads file bind few=${FEW:-40} many=${MANY:-440}
  data=$1
  photos "$few"
  photos "$many"
  for recipe in $recipes; do
    file=$(config "$recipe" training.warmupSteps=20)
    train_both "$recipe" "$file" 0 "${TRAINED:-300}"
    for threads in $thread_counts; do
      bind=$(bound "$threads")
      printf '\n%s, threads %s, A the peer, B ours:\n' "$recipe" "$threads"
      measure PhotoRates "$runs" "$few" "$many" \
        "$bind$peer predict $scratch/theirs-$recipe-0/model.pt $scratch/photos-{} --out $scratch/found-theirs --threads $threads --precision FLOAT32 --workers $((threads - 1))" \
        "$bind./wardrobe predict $scratch/ours-$recipe-0 $scratch/photos-{} --out $scratch/found-ours --threads $threads --tasks boxes,masks --quiet"
      wc -c "$scratch"/found-{theirs,ours}/{boxes,masks}.json | sed '$d'
    done
  done
}

# One graph on both sides, boxes, masks and landmarks, JPEG files to result files.
onnx() {
  local runs=${2:-3} model=${3:-pretrained} threads bind few=${FEW:-40} many=${MANY:-440}
  data=$1
  photos "$few"
  photos "$many"
  ./wardrobe export "$model" -o "$scratch/model.onnx"
  for threads in $thread_counts; do
    bind=$(bound "$threads")
    printf '\nthreads %s, A ONNX Runtime in Python, B ours:\n' "$threads"
    measure PhotoRates "$runs" "$few" "$many" \
      "$bind$python benchmarks/python/onnx_model.py $scratch/model.onnx $scratch/photos-{} --out $scratch/found-onnx --threads $threads" \
      "$bind./wardrobe predict $scratch/model.onnx $scratch/photos-{} --out $scratch/found-ours --threads $threads --tasks boxes,masks,landmarks --landmarks compact --quiet"
    wc -c "$scratch"/found-{onnx,ours}/{boxes,masks,landmarks}.json | sed '$d'
  done
}

score() { # task results: AP in percent
  ./wardrobe evaluate "$1" --gt "$data/validation" --results "$2" |
    awk '/Average Precision/ && /IoU=0.50:0.95/ && /area= *all/ { print 100 * $NF; exit }'
}

accuracy() {
  local recipe=${2:-tiny} seeds=${3:-1 2 3} file steps seed side name
  data=$1
  file=$(config "$recipe")
  steps=${4:-$("$python" -c 'import json, sys; print(json.load(open(sys.argv[1]))["training"]["steps"])' "$file")}
  : > "$scratch/accuracy.txt"
  for seed in $seeds; do
    train_both "$recipe" "$file" "$seed" "$steps"
    $peer predict "$scratch/theirs-$recipe-$seed/model.pt" "$data/validation" --threads 1 \
      --precision FLOAT32 --out "$scratch/theirs-$recipe-$seed/found" > /dev/null
    ./wardrobe predict "$scratch/ours-$recipe-$seed" "$data/validation" --tasks boxes,masks --quiet \
      --out "$scratch/ours-$recipe-$seed/found"
    for side in theirs ours; do
      name=$scratch/$side-$recipe-$seed
      echo "$side $seed $(score detection "$name/found/boxes.json")" \
        "$(score segmentation "$name/found/masks.json") $(tail -n 1 "$name.time")" \
        >> "$scratch/accuracy.txt"
    done
  done
  printf '\n%s, %s steps, one thread each\n' "$recipe" "$steps"
  awk '
    { cpu = $5 + $6
      printf "%-7s seed %-3s  AP box %5.1f  AP mask %5.1f  %7.1f CPU s %7.1f s %5.0f MB peak\n",
        $1, $2, $3, $4, cpu, $7, $8 / 1024
      count[$1]++; box[$1] += $3; mask[$1] += $4; sum[$1] += cpu
      if (count[$1] == 1 || $3 < leastBox[$1]) leastBox[$1] = $3
      if (count[$1] == 1 || $3 > mostBox[$1]) mostBox[$1] = $3
      if (count[$1] == 1 || $4 < leastMask[$1]) leastMask[$1] = $4
      if (count[$1] == 1 || $4 > mostMask[$1]) mostMask[$1] = $4 }
    END { for (side in count)
      printf "%-7s mean      AP box %5.1f (%.1f .. %.1f)  AP mask %5.1f (%.1f .. %.1f)  %7.1f CPU s\n",
        side, box[side] / count[side], leastBox[side], mostBox[side], mask[side] / count[side],
        leastMask[side], mostMask[side], sum[side] / count[side] }' "$scratch/accuracy.txt"
}

case $what in
  step) step "$@" ;;
  loading | predict | onnx | accuracy)
    [ $# -ge 1 ] || {
      echo "Expected a data set: benchmarks/model.sh $what SCRATCH DATA" >&2
      exit 2
    }
    "$what" "$@"
    ;;
  *)
    echo "Expected step, loading, predict, onnx or accuracy, but got '$what'" >&2
    exit 2
    ;;
esac
