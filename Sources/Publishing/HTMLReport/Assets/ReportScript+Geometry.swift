extension ReportScript {
  /// Reads the embedded geometry (see ``QuantisedText``) and measures it.
  static let geometry = #"""
    const source = JSON.parse(document.getElementById('map-data').textContent);
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';
    const digits = {};
    for (let i = 0; i < 64; i++) digits[alphabet[i]] = i;

    function decodeRing(text) {
      const ring = [];
      let x = 0, y = 0, value = 0, shift = 1, isX = true;
      for (let i = 0; i < text.length; i++) {
        const digit = digits[text[i]];
        value += (digit & 31) * shift;
        if (digit & 32) { shift *= 32; continue; }
        const step = value % 2 ? -(value + 1) / 2 : value / 2;
        if (isX) x += step; else { y += step; ring.push(x, y); }
        isX = !isX; value = 0; shift = 1;
      }
      return ring;
    }
    function signedArea(ring) {
      let sum = 0;
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
        sum += (ring[j] - ring[0]) * (ring[i + 1] - ring[1])
          - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
      return sum / 2;
    }
    function reversed(ring) {
      const result = [];
      for (let i = ring.length - 2; i >= 0; i -= 2) result.push(ring[i], ring[i + 1]);
      return result;
    }
    // Shells run anticlockwise and holes clockwise, so that a path of many features fills as it should.
    function decode(text) {
      const isLine = text[0] === '!';
      const parts = (isLine ? text.slice(1) : text).split(';').map(function (part) {
        return part.split(',').map(function (ringText, order) {
          const ring = decodeRing(ringText);
          const flips = !isLine && ring.length > 4 && (signedArea(ring) < 0) === (order === 0);
          return flips ? reversed(ring) : ring;
        });
      });
      const kind = parts[0][0].length === 2 ? 'point' : isLine ? 'line' : 'polygon';
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (const part of parts) for (const ring of part)
        for (let i = 0; i < ring.length; i += 2) {
          box[0] = Math.min(box[0], ring[i]); box[1] = Math.min(box[1], ring[i + 1]);
          box[2] = Math.max(box[2], ring[i]); box[3] = Math.max(box[3], ring[i + 1]);
        }
      return { kind: kind, parts: parts, box: box };
    }
    // Where a label or a marker stands: the centroid of the largest part.
    function centre(shape) {
      const box = shape.box;
      let best = null, size = 0;
      if (shape.kind === 'polygon') for (const part of shape.parts) {
        const area = Math.abs(signedArea(part[0]));
        if (area > size) { size = area; best = part[0]; }
      }
      if (!best) return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
      let sx = 0, sy = 0, sum = 0;
      for (let i = 0, j = best.length - 2; i < best.length; j = i, i += 2) {
        const ax = best[j] - best[0], ay = best[j + 1] - best[1];
        const bx = best[i] - best[0], by = best[i + 1] - best[1];
        const cross = ax * by - bx * ay;
        sum += cross; sx += cross * (ax + bx); sy += cross * (ay + by);
      }
      return [best[0] + sx / (3 * sum), best[1] + sy / (3 * sum)];
    }
    function isInside(shape, x, y) {
      let inside = false;
      for (const part of shape.parts) for (const ring of part)
        for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
          if ((ring[i + 1] > y) !== (ring[j + 1] > y)
            && x < (ring[j] - ring[i]) * (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) + ring[i])
            inside = !inside;
      return inside;
    }
    function distanceToLine(shape, x, y) {
      let best = Infinity;
      for (const part of shape.parts) for (const ring of part)
        for (let i = 2; i < ring.length; i += 2) {
          const ax = ring[i - 2], ay = ring[i - 1], dx = ring[i] - ax, dy = ring[i + 1] - ay;
          const square = dx * dx + dy * dy;
          const t = square ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
          best = Math.min(best, Math.hypot(x - ax - t * dx, y - ay - t * dy));
        }
      return best;
    }

    // A layer is decoded when it is first drawn or asked for.
    function features(layer) {
      if (!layer.decoded) layer.decoded = layer.features.map(function (entry) {
        const shape = decode(entry[0]);
        return {
          layer: layer, shape: shape, box: shape.box, at: centre(shape), title: entry[1],
          lines: entry[2], colour: entry[3] || '', badge: entry[4] || '', anchor: entry[5] || ''
        };
      });
      return layer.decoded;
    }
    function trace(path, shape) {
      for (const part of shape.parts) for (const ring of part) {
        path.moveTo(ring[0], ring[1]);
        for (let i = 2; i < ring.length; i += 2) path.lineTo(ring[i], ring[i + 1]);
        if (shape.kind === 'polygon') path.closePath();
      }
    }
    // One path for each colour of a layer: a layer is drawn in a few calls, however many features it has.
    function paths(layer) {
      if (layer.paths) return layer.paths;
      const found = new Map();
      for (const feature of features(layer)) {
        if (feature.shape.kind === 'point') continue;
        const key = feature.shape.kind + feature.colour;
        if (!found.has(key)) found.set(key,
          { colour: feature.colour, kind: feature.shape.kind, path: new Path2D() });
        trace(found.get(key).path, feature.shape);
      }
      layer.paths = Array.from(found.values());
      return layer.paths;
    }

    """#
}
