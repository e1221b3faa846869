#!/bin/sh
# Takes what the pages and the letters need out of node_modules: the portal's style sheet and its
# fonts, and the fonts that typst sets the letters in.
#
#     tools/build_static.sh
#
# The one rule: both target folders are made anew and are never committed.
set -eu
cd "$(dirname "$0")/.."

static=reskontra/portal/static/portal
fonts=reskontra/outgoing/fonts

rm -rf "$static" "$fonts"
mkdir -p "$static/files" "$fonts"

tools/with_node.sh npm run --silent styles
for weight in 400 700; do
    cp node_modules/@fontsource/source-sans-3/files/source-sans-3-*-"$weight"-normal.woff2 \
        "$static/files/"
done
cp node_modules/@fontsource/source-sans-3/LICENSE "$static/files/"

for face in 400Regular 400Regular_Italic 600SemiBold 700Bold; do
    cp node_modules/@expo-google-fonts/source-sans-3/"$face"/SourceSans3_"$face".ttf "$fonts/"
done
cp node_modules/@expo-google-fonts/source-sans-3/LICENSE_FONT "$fonts/LICENSE"
cp node_modules/@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf "$fonts/"
cp node_modules/@expo-google-fonts/source-code-pro/LICENSE_FONT "$fonts/LICENSE_CODE"
