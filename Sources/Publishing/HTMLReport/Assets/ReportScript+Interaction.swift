extension ReportScript {
  /// Moves the map, answers the pointer, switches layers.
  static let interaction = #"""
    const tip = document.getElementById('map-tip');
    const mapView = canvas.parentElement;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const pointers = new Map();
    // Until the reader moves the map, it shows the whole city at any size of the window.
    let wasDragged = false, isMoved = false, pinch = 0, animation = 0;

    const wholeCity = [0, 0, cityWidth, cityHeight];
    function fitted(box, margin) {
      const width = Math.max(box[2] - box[0], 400 / source.step);
      const height = Math.max(box[3] - box[1], 400 / source.step);
      return {
        x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2,
        scale: Math.min(frame.width / width, frame.height / height) * margin
      };
    }
    function limit(scale) {
      const least = fitted(wholeCity, 0.6).scale;
      return Math.min(Math.max(scale, least), 4 * source.step);
    }
    function moveTo(target) {
      isMoved = true;
      cancelAnimationFrame(animation);
      const start = { x: view.x, y: view.y, scale: view.scale }, begun = performance.now();
      function step(now) {
        const t = isCalm ? 1 : Math.min(1, (now - begun) / 380), e = 1 - Math.pow(1 - t, 3);
        view.scale = start.scale * Math.pow(target.scale / start.scale, e);
        view.x = start.x + (target.x - start.x) * e;
        view.y = start.y + (target.y - start.y) * e;
        draw();
        if (t < 1) animation = requestAnimationFrame(step);
      }
      step(begun);
    }
    function zoom(factor, x, y) {
      cancelAnimationFrame(animation);
      isMoved = true;
      const before = toMap(x, y);
      view.scale = limit(view.scale * factor);
      const after = toMap(x, y);
      view.x += before[0] - after[0];
      view.y += before[1] - after[1];
      queue();
    }
    function pan(dx, dy) {
      isMoved = true;
      view.x = Math.min(cityWidth, Math.max(0, view.x - dx / view.scale));
      view.y = Math.min(cityHeight, Math.max(0, view.y + dy / view.scale));
      queue();
    }
    function position(event) {
      const box = canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    }

    canvas.addEventListener('wheel', function (event) {
      event.preventDefault();
      const [x, y] = position(event);
      zoom(Math.pow(1.0016, -event.deltaY * (event.deltaMode ? 24 : 1)), x, y);
    }, { passive: false });
    canvas.addEventListener('pointerdown', function (event) {
      canvas.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, position(event));
      wasDragged = false;
      pinch = 0;
      cancelAnimationFrame(animation);
    });
    canvas.addEventListener('pointermove', function (event) {
      const now = position(event), before = pointers.get(event.pointerId);
      if (!before) { if (event.pointerType !== 'touch') point(now); return; }
      if (pointers.size === 1) {
        const [dx, dy] = [now[0] - before[0], now[1] - before[1]];
        if (!wasDragged && Math.hypot(dx, dy) < 4) return;
        wasDragged = true;
        pan(dx, dy);
      }
      pointers.set(event.pointerId, now);
      if (pointers.size === 2) {
        const [a, b] = Array.from(pointers.values());
        const apart = Math.hypot(a[0] - b[0], a[1] - b[1]);
        if (pinch) zoom(apart / pinch, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
        pinch = apart;
        wasDragged = true;
      }
    });
    function release(event) {
      if (!wasDragged && event.type === 'pointerup') {
        pinned = null;
        point(position(event));
      }
      pointers.delete(event.pointerId);
      pinch = 0;
    }
    canvas.addEventListener('pointerup', release);
    canvas.addEventListener('pointercancel', release);
    canvas.addEventListener('pointerleave', function (event) {
      if (event.pointerType !== 'touch' && !pinned) hideTip();
    });
    canvas.addEventListener('dblclick', function (event) {
      const [x, y] = position(event);
      zoom(2, x, y);
    });
    canvas.addEventListener('keydown', function (event) {
      const step = 60;
      const actions = {
        ArrowLeft: function () { pan(step, 0); }, ArrowRight: function () { pan(-step, 0); },
        ArrowUp: function () { pan(0, step); }, ArrowDown: function () { pan(0, -step); },
        '+': function () { zoom(1.5, frame.width / 2, frame.height / 2); },
        '-': function () { zoom(1 / 1.5, frame.width / 2, frame.height / 2); },
        '0': function () { moveTo(fitted(wholeCity, 0.97)); },
        Escape: function () { pinned = null; hideTip(); }
      };
      actions['='] = actions['+'];
      if (actions[event.key]) { event.preventDefault(); actions[event.key](); }
    });
    document.getElementById('map-in').onclick = function () {
      zoom(1.6, frame.width / 2, frame.height / 2);
    };
    document.getElementById('map-out').onclick = function () {
      zoom(1 / 1.6, frame.width / 2, frame.height / 2);
    };
    document.getElementById('map-all').onclick = function () { moveTo(fitted(wholeCity, 0.97)); };

    // What lies under the pointer, from the top layer down.
    function find(x, y) {
      const [mx, my] = toMap(x, y), reach = 7 / view.scale;
      for (let i = source.layers.length - 1; i >= 0; i--) {
        const layer = source.layers[i];
        if (!layer.on || !layer.active) continue;
        for (const feature of features(layer)) {
          const box = feature.box;
          if (needsMarker(feature)
            && Math.hypot(mx - feature.at[0], my - feature.at[1]) * view.scale
              < layer.style.marker + 3) return feature;
          if (mx < box[0] - reach || mx > box[2] + reach || my < box[1] - reach
            || my > box[3] + reach) continue;
          const kind = feature.shape.kind;
          if (kind === 'polygon' && layer.style.fill && isInside(feature.shape, mx, my))
            return feature;
          if (kind === 'line' && distanceToLine(feature.shape, mx, my) < reach) return feature;
          if (kind === 'point'
            && Math.hypot(mx - feature.at[0], my - feature.at[1]) < reach) return feature;
        }
      }
      return null;
    }
    function point(at) {
      if (pinned) return;
      const feature = find(at[0], at[1]);
      canvas.style.cursor = feature ? 'pointer' : '';
      if (feature !== highlighted) { highlighted = feature; queue(); }
      if (feature) showTip(feature, at[0], at[1]); else hideTip();
    }
    function showTip(feature, x, y) {
      tip.textContent = '';
      const title = document.createElement('strong');
      title.textContent = (feature.badge ? feature.badge + ' · ' : '') + feature.title;
      tip.appendChild(title);
      for (const line of feature.lines) {
        if (!line) continue;
        const row = document.createElement('span');
        row.textContent = line;
        tip.appendChild(row);
      }
      tip.style.display = 'block';
      placeTip(x, y);
    }
    function placeTip(x, y) {
      const left = x + 16 + tip.offsetWidth > frame.width ? x - 16 - tip.offsetWidth : x + 16;
      const top = Math.min(y + 12, frame.height - tip.offsetHeight - 6);
      tip.style.left = Math.max(6, left) + 'px';
      tip.style.top = Math.max(6, top) + 'px';
    }
    function hideTip() {
      tip.style.display = 'none';
      if (highlighted) { highlighted = null; queue(); }
    }
    // The text of a pinned feature stays beside it, off the land that it is about.
    function followPinned() {
      if (!pinned) return;
      const [right, top] = toScreen(pinned.box[2], pinned.box[3]);
      const [left, bottom] = toScreen(pinned.box[0], pinned.box[1]);
      const isSeen = right > 0 && bottom > 0 && left < frame.width && top < frame.height;
      tip.style.display = isSeen ? 'block' : 'none';
      if (!isSeen) return;
      placeTip(Math.max(right, toScreen(pinned.at[0], pinned.at[1])[0] + 8), top);
    }
    // Shows the feature that a table's row speaks of; its layer is switched on.
    function show(anchor) {
      for (const layer of source.layers) {
        const feature = features(layer).find(function (one) { return one.anchor === anchor; });
        if (!feature) continue;
        if (!layer.on) toggle(layer, true);
        canvas.scrollIntoView({ block: 'center', behavior: isCalm ? 'auto' : 'smooth' });
        pinned = feature;
        showTip(feature, 0, 0);
        moveTo(fitted(feature.box, feature.badge ? 0.5 : 0.45));
        return;
      }
    }

    function toggle(layer, isOn) {
      layer.on = isOn;
      layer.box.checked = isOn;
      queue();
    }
    function swatch(layer, colour) {
      const mark = document.createElement('i'), style = layer.style;
      mark.className = 'swatch ' + (layer.kind === 'point' ? 'dot ' + style.shape : layer.kind);
      const open = layer.key === 'submitted:candidates';
      mark.style.background = layer.kind === 'line' ? 'none' : colour || style.fill || 'none';
      mark.style.borderColor = style.stroke || colour || style.fill;
      if (style.dash.length) mark.style.borderStyle = 'dashed';
      if (open) mark.style.background = '#fff';
      return mark;
    }
    function buildLegend() {
      const legend = document.getElementById('map-legend');
      for (const key of Object.keys(source.groups)) {
        const layers = source.layers.filter(function (layer) { return layer.group === key; });
        if (!layers.length) continue;
        const group = document.createElement('fieldset'), title = document.createElement('legend');
        title.textContent = source.groups[key];
        group.appendChild(title);
        for (const layer of layers.reverse()) {
          const label = document.createElement('label'), text = document.createElement('span');
          layer.box = document.createElement('input');
          layer.box.type = 'checkbox';
          layer.box.checked = layer.on;
          layer.box.onchange = function () { toggle(layer, layer.box.checked); };
          text.textContent = layer.title;
          const count = document.createElement('small');
          count.textContent = layer.total.toLocaleString('en');
          label.append(layer.box, swatch(layer, layer.legend.length ? layer.legend[0][0] : ''),
            text, count);
          group.appendChild(label);
          if (!layer.legend.length) continue;
          const list = document.createElement('ul');
          for (const [colour, name] of layer.legend) {
            const item = document.createElement('li');
            item.append(swatch(layer, colour), document.createTextNode(name));
            list.appendChild(item);
          }
          group.appendChild(list);
        }
        legend.appendChild(group);
      }
    }
    function adapt() {
      resize(mapView.clientWidth, mapView.clientHeight, window.devicePixelRatio || 1);
      if (!isMoved) Object.assign(view, fitted(wholeCity, 0.97));
      draw();
    }
    buildLegend();
    adapt();
    new ResizeObserver(adapt).observe(mapView);
    if (innerWidth < 760) document.querySelector('.legend').open = false;
    // Paper: the whole view again, sharp enough for print, on a canvas that scales with the page.
    addEventListener('beforeprint', function () {
      hideTip();
      for (const fold of document.querySelectorAll('details:not(.near)')) fold.open = true;
      resize(800, 830, 3);
      Object.assign(view, fitted(wholeCity, 0.97));
      draw();
    });
    addEventListener('afterprint', adapt);

    """#
}
