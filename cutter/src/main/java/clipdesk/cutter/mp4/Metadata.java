package clipdesk.cutter.mp4;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a clip takes over of a master's metadata. Titles, names and rights belong to the content;
 * where and with which device it was recorded is its maker's own business, and chapters are about a
 * timeline that the clip does not have.
 *
 * @param kept boxes for the clip
 * @param dropped what is not among them, in words
 */
public record Metadata(List<KeptBox> kept, Set<String> dropped) {
  /** User data of QuickTime and 3GPP (TS 26.244, 8) that describes the content. */
  private static final Set<String> ABOUT_CONTENT =
      Set.of(
          "©nam", "©ART", "©alb", "©aut", "©cmt", "©cpy", "©day", "©des", "©dir", "©gen", "©inf",
          "©prd", "©prf", "©src", "©wrt", "©lyr", "©grp", "©trk", "©too", "titl", "dscp", "cprt",
          "perf", "auth", "gnre", "yrrc", "albm", "clsf", "kywd", "name", "tagc", "kind", "strk",
          "meta", "cslg", "hnti", "hinf", "TAGS", "LOOP", "WLOC", "AllF", "SelO");

  /** Beginnings of keys (QuickTime File Format, Metadata) and atoms that tell a place or device. */
  private static final List<String> PRIVATE =
      List.of(
          "com.apple.quicktime.location",
          "com.apple.quicktime.make",
          "com.apple.quicktime.model",
          "com.apple.quicktime.camera",
          "com.apple.quicktime.content.identifier",
          "com.apple.proapps",
          "com.android",
          "com.samsung",
          "location",
          "©xyz",
          "loci",
          "GPS",
          "exif:",
          "Serial");

  /** Boxes of a movie or a track that say how it is shown, or what belongs together. */
  private static final Set<String> ABOUT_PRESENTATION =
      Set.of(
          "tref", "trgr", "tapt", "clip", "matt", "load", "imap", "txas", "ctab", "strk", "colr");

  private static final int HEADER_BYTES = 8;

  static Metadata of(List<KeptBox> boxes) {
    List<KeptBox> kept = new ArrayList<>();
    Set<String> dropped = new TreeSet<>();
    for (var box : boxes) {
      switch (box.type()) {
        case "udta" -> kept.addAll(userData(box, dropped));
        case "meta", "uuid", "XMP_" -> {
          if (isPrivate(box.bytes(), 0, box.bytes().length)) {
            dropped.add("metadata: %s names a place or a device".formatted(box.type()));
          } else {
            kept.add(box);
          }
        }
        case "pssh", "wide" -> {}
        default -> {
          if (ABOUT_PRESENTATION.contains(box.type())) {
            kept.add(box);
          } else {
            dropped.add("metadata: " + describe(box.type()));
          }
        }
      }
    }
    return new Metadata(kept, dropped);
  }

  /** The box with the children that may stay; none if there is none, or it is no list of boxes. */
  private static List<KeptBox> userData(KeptBox udta, Set<String> dropped) {
    byte[] bytes = udta.bytes();
    var box = new BoxWriter();
    int start = box.begin("udta");
    int at = HEADER_BYTES;
    int kept = 0;
    while (bytes.length - at >= HEADER_BYTES) {
      int size = Bytes.i32(bytes, at);
      if (size < HEADER_BYTES || size > bytes.length - at) {
        break;
      }
      var type = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("chpl")) {
        dropped.add("chapters: they are those of the whole master");
      } else if (!ABOUT_CONTENT.contains(type) || isPrivate(bytes, at, at + size)) {
        dropped.add("metadata: " + describe(type));
      } else {
        box.raw(bytes, at, size);
        kept++;
      }
      at += size;
    }
    box.end(start);
    return kept == 0 ? List.of() : List.of(new KeptBox("udta", box.toBytes()));
  }

  private static String describe(String type) {
    return switch (type) {
      case "©xyz", "loci" -> "the place of recording (%s)".formatted(type);
      case "©mak", "©mod", "©swr", "©fmt", "manu", "modl" -> "the device (%s)".formatted(type);
      default -> {
        var printable = type.chars().allMatch(c -> (c > ' ' && c < 0x7f) || c == '©');
        yield printable ? "what the device noted (%s)".formatted(type) : "what the device noted";
      }
    };
  }

  private static boolean isPrivate(byte[] bytes, int from, int to) {
    var text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    return PRIVATE.stream().anyMatch(text::contains);
  }
}
