#!/bin/bash
# Makes the files in tests/support/samples again: tests/support/make_samples.sh
# Needs libvips-tools, libheif-examples, libimage-exiftool-perl, chromium and qpdf; the tests need none of them.
set -eu
to=$(cd "$(dirname "$0")" && pwd)/samples
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# A landscape that nobody has seen: 640 by 400, broad, with a ramp from dark to light to tell left from right.
vips identity ramp.v
vips resize ramp.v wide.v 2.5
vips replicate wide.v tall.v 1 400
vips bandjoin "tall.v tall.v tall.v" three.v
vips copy three.v plain.v --interpretation srgb
vips crop plain.v land.v 0 0 640 400
vips jpegsave land.v "$to/picture.jpg" --Q 70
# What a telephone would write beside it, and more: place, person, words. Turned, so that it stands upright.
cp "$to/picture.jpg" "$to/told.jpg"
exiftool -q -overwrite_original -GPSLatitude=51.501 -GPSLatitudeRef=N -GPSLongitude=0.142 -GPSLongitudeRef=W \
  -Orientation#=6 -Artist="Jamie Canary" -XMP:Creator="Jamie Canary" -IPTC:Caption-Abstract="Canary Road" \
  -Comment="canary comment" "$to/told.jpg"
vips pngsave land.v "$to/picture.png"
vips webpsave land.v "$to/picture.webp" --Q 50
vips heifsave land.v "$to/picture.heic" --compression hevc --Q 40
head -c 2000 "$to/picture.jpg" >"$to/truncated.jpg"
{ cat "$to/picture.jpg"; printf '<script>alert(1)</script>PK\003\004'; } >"$to/polyglot.jpg"
printf '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' >"$to/drawing.png"
# The head of a PNG of 50,000 by 50,000, and no more.
{ printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xc3\x50\0\0\xc3\x50\x08\x02\0\0\0'; printf '\0\0\0\0\0\0\0\0IDAT'; } >"$to/bomb.png"
pdf() { chromium --headless --no-sandbox --no-pdf-header-footer --print-to-pdf="$1" "$2" >/dev/null 2>&1; }
pdf "$to/document.pdf" 'data:text/html,<title>Canary title</title><h1>Page one</h1><p style="page-break-before:always">Page two'
pdf long.pdf "data:text/html,$(for page in $(seq 21); do printf '<p style="page-break-after:always">%s' "$page"; done)"
cp long.pdf "$to/long.pdf"
qpdf --encrypt canary canary 256 -- "$to/document.pdf" "$to/locked.pdf"
# Leans on a font that every reader had once.
cat >"$to/fonts.pdf" <<'PDF'
%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 36>>stream
BT /F 24 Tf 20 100 Td (Hello) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
PDF
ls -l "$to"
