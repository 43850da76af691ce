/** A class that comes with the layer. */
public final class Layered {
  public static final String WORD = String.valueOf("from the layer");

  private Layered() {}
}
