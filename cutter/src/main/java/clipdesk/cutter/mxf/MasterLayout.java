package clipdesk.cutter.mxf;

import clipdesk.cutter.io.CachedReader;
import java.io.IOException;

/**
 * Where a picture and what stands around it have their offsets: in the file, or in what is made of
 * it where pictures change their length. There is room for that behind each of them.
 *
 * @param picture number of the track of pictures
 * @param room bytes behind each picture
 */
record MasterLayout(EditUnits units, int picture, int room) {
  /** Larger than any picture; bounds the memory that one takes. */
  static final int MAX_ELEMENT_BYTES = 32 << 20;

  ContentPackage read(CachedReader file, int unit) throws IOException {
    return ContentPackage.read(file::read, units.start(unit), units.end(unit));
  }

  /** Where an element of a unit has its value. */
  long offset(int unit, ContentPackage elements, Klv klv) {
    boolean behind = klv.at() > elements.require(picture).at();
    return klv.valueAt() + (long) room * (behind ? unit + 1 : unit);
  }

  /** Where a unit starts. */
  long start(int unit) {
    return units.start(unit) + (long) room * unit;
  }

  /** The unit that holds an offset; the first for what stands before it. */
  int at(long offset) {
    int low = 0;
    int high = units.count() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
