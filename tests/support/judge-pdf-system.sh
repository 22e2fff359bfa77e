#!/bin/sh
# Judges a certificate by Debian's qpdf, poppler-utils and zbar-tools.
# Usage: judge-pdf-system.sh FILE.pdf [EXPECTED_QR_TEXT [EXPECTED_WORDS...]]
# Exit: 0 all agree, 1 one does not, 2 wrong use, 3 a program is missing.
set -eu

fail() {
  echo "$1" >&2
  exit "${2:-1}"
}

[ $# -ge 1 ] && [ -f "$1" ] || fail "Usage: $0 FILE.pdf [EXPECTED_QR_TEXT [EXPECTED_WORDS...]]" 2
file=$1
shift

for program in qpdf pdfinfo pdftotext pdftoppm pdffonts zbarimg; do
  command -v "$program" >/dev/null || fail "$program is not installed." 3
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

qpdf --check "$file" >"$scratch/qpdf" 2>&1 || fail "qpdf: $(cat "$scratch/qpdf")"
echo "qpdf: no errors and no warnings"

pdfinfo "$file" >"$scratch/info" 2>"$scratch/complaints"
grep -q '^Tagged: *yes' "$scratch/info" || fail "pdfinfo: the file is not tagged"
echo "pdfinfo: tagged, $(sed -n 's/^Page size: *//p' "$scratch/info")"

pdffonts "$file" 2>>"$scratch/complaints" | awk 'NR > 2 && $(NF - 4) != "yes"' >"$scratch/fonts"
[ ! -s "$scratch/fonts" ] || fail "pdffonts: not embedded: $(cat "$scratch/fonts")"
echo "pdffonts: every font is embedded"

pdftotext "$file" - 2>>"$scratch/complaints" | tr -s '[:space:]' ' ' >"$scratch/text"
[ -s "$scratch/text" ] || fail "pdftotext: found no text"

pdftoppm -r 150 -png -singlefile "$file" "$scratch/page" 2>>"$scratch/complaints"
[ ! -s "$scratch/complaints" ] || fail "poppler: $(cat "$scratch/complaints")"

qr=$(zbarimg --quiet --raw "$scratch/page.png" 2>/dev/null) || fail "zbarimg: no code was found"
echo "zbarimg: $qr"

if [ $# -ge 1 ]; then
  [ "$qr" = "$1" ] || fail "zbarimg: expected $1"
  shift
fi
for words in "$@"; do
  grep -qF -- "$words" "$scratch/text" || fail "pdftotext: \"$words\" is not in the text"
done
echo "pdftotext: $# of $# expected texts found"
