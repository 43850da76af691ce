package clipdesk.cutter.mxf;

import clipdesk.cutter.mpeg2.CodedPicture;
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

  /** How much longer a picture may become as a sample; 0 if it is one as it is. */
  int roomBytes();

  /** Whether decoding can start at a picture, as its index says it. */
  boolean isEntry(int flags);

  /**
   * @param size of the sample that is made of it
   * @param isDescribed whether it stands under the description of the first one
   * @param isEntry whether decoding can start there
   * @param startsGroup whether {@code order} is counted from there on
   * @param order its place in the group as shown, modulo {@link CodedPicture#ORDERS}
   */
  record Looked(int size, boolean isDescribed, boolean isEntry, boolean startsGroup, int order) {}

  /**
   * Looks at a picture itself.
   *
   * @throws UnsupportedMasterException if it is not as it has to be for a copy
   * @throws MalformedMasterException if it breaks its rules
   */
  Looked look(Klv picture) throws IOException;
}
