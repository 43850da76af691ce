package clipdesk.cutter.mxf;

import clipdesk.cutter.refusals.MalformedMasterException;
import clipdesk.cutter.refusals.UnsupportedMasterException;
import java.io.IOException;

/** What of pictures depends on how they are coded. */
interface PictureCoding {
  /**
   * @param description {@code stsd}
   * @param width as shown
   */
  record Form(byte[] description, int width, int height) {}

  Form form();

  /** Whether decoding can start at a picture, as its index says it. */
  boolean isEntry(int flags);

  /**
   * @param size of the sample that is made of it
   * @param isDescribed whether it stands under the description of the first one
   */
  record Looked(int size, boolean isDescribed) {}

  /**
   * Looks at a picture itself.
   *
   * @throws UnsupportedMasterException if it is not as it has to be for a copy
   * @throws MalformedMasterException if it breaks its rules
   */
  Looked look(Klv picture) throws IOException;
}
