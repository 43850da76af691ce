package clipdesk.cutter.mp4;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The boxes inside a {@code stbl}. */
record SampleTableBoxes(Box stbl, List<Box> boxes) {
  static SampleTableBoxes of(Box stbl) throws IOException {
    return new SampleTableBoxes(stbl, stbl.children());
  }

  Optional<Box> find(String type) {
    return boxes.stream().filter(box -> box.type().equals(type)).findFirst();
  }

  Box required(String type) {
    return find(type).orElseThrow(() -> stbl.malformed("has no " + type));
  }

  SizeTable sizes() throws IOException {
    return new SizeTable(find("stsz").or(() -> find("stz2")).orElseGet(() -> required("stsz")));
  }

  ChunkTable chunks() throws IOException {
    var offsets = find("stco").or(() -> find("co64")).orElseGet(() -> required("stco"));
    return new ChunkTable(required("stsc"), offsets);
  }
}
