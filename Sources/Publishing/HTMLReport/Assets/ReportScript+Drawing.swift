extension ReportScript {
  /// Draws the map on its canvas: layers, markers, labels, scale.
  static let drawing = #"""
    const canvas = document.getElementById('map-canvas');
    const pen = canvas.getContext('2d');
    const scaleBar = document.getElementById('map-scale');
    const [cityWidth, cityHeight] = [source.size[0] / source.step, source.size[1] / source.step];
    // The view: the map position in the middle, and pixels for one step.
    const view = { x: cityWidth / 2, y: cityHeight / 2, scale: 0.001 };
    const frame = { width: 0, height: 0, density: 1 };
    let highlighted = null, pinned = null, isQueued = false;

    function toScreen(x, y) {
      return [(x - view.x) * view.scale + frame.width / 2,
        (view.y - y) * view.scale + frame.height / 2];
    }
    function toMap(x, y) {
      return [(x - frame.width / 2) / view.scale + view.x,
        view.y - (y - frame.height / 2) / view.scale];
    }
    function queue() {
      if (isQueued) return;
      isQueued = true;
      requestAnimationFrame(function () { isQueued = false; draw(); });
    }
    function resize(width, height, density) {
      frame.width = width; frame.height = height; frame.density = density;
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
    }
    function useMapSpace() {
      const k = view.scale * frame.density;
      pen.setTransform(k, 0, 0, -k, frame.density * frame.width / 2 - k * view.x,
        frame.density * frame.height / 2 + k * view.y);
    }
    function useScreenSpace() {
      pen.setTransform(frame.density, 0, 0, frame.density, 0, 0);
      pen.setLineDash([]);
    }
    function draw() {
      useScreenSpace();
      pen.fillStyle = '#eef0ec';
      pen.fillRect(0, 0, frame.width, frame.height);
      const shown = source.layers.filter(function (layer) { return layer.on; });
      for (const layer of shown) drawAreas(layer);
      for (const feature of [highlighted, pinned]) if (feature) drawOutline(feature);
      const taken = [];
      for (const layer of shown) drawMarkers(layer, taken);
      for (const layer of shown.slice().reverse()) drawLabels(layer, taken);
      drawScale();
      followPinned();
    }
    function drawAreas(layer) {
      const style = layer.style;
      useMapSpace();
      pen.lineJoin = 'round';
      for (const group of paths(layer)) {
        if (group.kind === 'polygon' && (style.fill || group.colour)) {
          pen.fillStyle = group.colour || style.fill;
          pen.globalAlpha = group.colour ? 0.68 : 1;
          pen.fill(group.path);
          pen.globalAlpha = 1;
        }
        if (!style.stroke) continue;
        pen.strokeStyle = group.kind === 'line' && group.colour ? group.colour : style.stroke;
        // Fainter rather than finer: print and dense screens do not draw a line finer than a dot.
        pen.globalAlpha = thinning(layer);
        pen.lineWidth = style.width * Math.max(0.7, pen.globalAlpha) / view.scale;
        pen.setLineDash(style.dash.map(function (length) { return length / view.scale; }));
        pen.stroke(group.path);
        pen.globalAlpha = 1;
      }
      pen.setLineDash([]);
    }
    // Outlines of constraints would hide the land when a pixel is hundreds of metres wide.
    function thinning(layer) {
      if (layer.group !== 'constraints' || layer.kind !== 'polygon') return 1;
      return Math.max(0.3, Math.min(1, Math.sqrt(12 * view.scale / source.step)));
    }
    function drawOutline(feature) {
      useMapSpace();
      pen.lineWidth = 3 / view.scale;
      pen.strokeStyle = '#111';
      if (feature.shape.kind !== 'point') {
        const path = new Path2D();
        trace(path, feature.shape);
        pen.stroke(path);
      }
      const [x, y] = toScreen(feature.at[0], feature.at[1]);
      useScreenSpace();
      if (pixels(feature) > 44) return;
      pen.strokeStyle = '#111';
      pen.lineWidth = 2;
      pen.beginPath();
      pen.arc(x, y, 14, 0, 7);
      pen.stroke();
    }
    // The greater side of a feature on the screen.
    function pixels(feature) {
      return Math.max(feature.box[2] - feature.box[0], feature.box[3] - feature.box[1]) * view.scale;
    }
    function needsMarker(feature) {
      const style = feature.layer.style;
      return style.marker > 0 && (feature.badge || pixels(feature) < 2.4 * style.marker);
    }
    function drawMarkers(layer, taken) {
      const style = layer.style;
      if (!style.marker) return;
      useScreenSpace();
      for (const feature of features(layer)) {
        if (!needsMarker(feature)) continue;
        const [x, y] = toScreen(feature.at[0], feature.at[1]);
        if (x < -20 || y < -20 || x > frame.width + 20 || y > frame.height + 20) continue;
        marker(x, y, style.marker, style.shape);
        const open = layer.key === 'submitted:candidates';
        pen.fillStyle = open ? '#fff' : feature.colour || style.fill || style.stroke;
        pen.strokeStyle = open ? '#4b4b4b' : '#fff';
        pen.lineWidth = 1.2;
        pen.fill();
        if (open || style.marker > 3) pen.stroke();
        if (!feature.badge) continue;
        pen.fillStyle = '#fff';
        pen.font = '600 10.5px ' + fonts;
        pen.textAlign = 'center';
        pen.textBaseline = 'middle';
        pen.fillText(feature.badge, x, y + 0.5);
        taken.push([x - 10, y - 10, x + 10, y + 10]);
      }
    }
    function marker(x, y, r, shape) {
      pen.beginPath();
      if (shape === 'square') pen.rect(x - r, y - r, 2 * r, 2 * r);
      else if (shape === 'diamond') {
        pen.moveTo(x, y - r * 1.2); pen.lineTo(x + r * 1.2, y);
        pen.lineTo(x, y + r * 1.2); pen.lineTo(x - r * 1.2, y);
        pen.closePath();
      } else if (shape === 'triangle') {
        pen.moveTo(x, y - r * 1.2); pen.lineTo(x + r * 1.1, y + r * 0.8);
        pen.lineTo(x - r * 1.1, y + r * 0.8); pen.closePath();
      } else pen.arc(x, y, r, 0, 7);
    }
    const fonts = getComputedStyle(document.body).fontFamily;
    // Labels are placed one after the other where nothing stands yet: beside the marker, or not at all.
    function drawLabels(layer, taken) {
      const style = layer.style;
      if (!style.label || source.step / view.scale > style.label) return;
      const isTown = layer.style.marker > 0;
      // On a telephone's screen names would hide the city: the numbers are enough until it is enlarged.
      if (isTown && frame.width < 520 && source.step / view.scale > 250) return;
      useScreenSpace();
      pen.font = (isTown ? '600 12px ' : '500 13px ') + fonts;
      pen.textBaseline = 'middle';
      pen.textAlign = 'left';
      pen.lineJoin = 'round';
      for (const feature of features(layer)) {
        const [x, y] = toScreen(feature.at[0], feature.at[1]);
        if (x < 0 || y < 0 || x > frame.width || y > frame.height) continue;
        const width = pen.measureText(feature.title).width;
        const places = isTown
          ? [[x + 13, y], [x - 13 - width, y], [x - width / 2, y - 18], [x - width / 2, y + 18]]
          : [[x - width / 2, y], [x - width / 2, y + 24], [x - width / 2, y - 24],
            [x - width / 2, y + 44], [x - width / 2, y - 44]];
        const place = places.find(function (p) {
          const box = [p[0] - 2, p[1] - 8, p[0] + width + 2, p[1] + 8];
          return box[0] > 0 && box[2] < frame.width && !taken.some(function (other) {
            return box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];
          });
        });
        if (!place) continue;
        taken.push([place[0] - 2, place[1] - 8, place[0] + width + 2, place[1] + 8]);
        pen.strokeStyle = 'rgba(255,255,255,.9)';
        pen.lineWidth = 3.5;
        pen.strokeText(feature.title, place[0], place[1]);
        pen.fillStyle = isTown ? '#14201f' : '#6d6a62';
        pen.fillText(feature.title, place[0], place[1]);
      }
    }
    function drawScale() {
      const metresPerPixel = source.step / view.scale;
      const most = 120 * metresPerPixel;
      const power = Math.pow(10, Math.floor(Math.log10(most)));
      const length = [5, 2, 1].map(function (n) { return n * power; })
        .find(function (n) { return n <= most; }) || power;
      scaleBar.style.width = (length / metresPerPixel) + 'px';
      scaleBar.textContent = length >= 1000 ? length / 1000 + ' km' : length + ' m';
    }

    """#
}
