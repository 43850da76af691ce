package clipdesk.layer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a 64-bit little-endian shared library asks of its surroundings, read from its section
 * headers (System V ABI, chapter 4 and 5; symbol versions as in the LSB core specification, 10.7).
 *
 * @param name its own name (DT_SONAME), if it has one
 * @param needed libraries it is linked against (DT_NEEDED)
 * @param versions symbol versions it requires of them, such as {@code GLIBC_2.29}
 */
record ElfLibrary(Optional<String> name, List<String> needed, TreeSet<String> versions) {
  private static final int SHT_DYNAMIC = 6;
  private static final int SHT_GNU_VERNEED = 0x6ffffffe;
  private static final long DT_NEEDED = 1;
  private static final long DT_SONAME = 14;

  static ElfLibrary parse(byte[] file) {
    var elf = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    if (elf.getInt(0) != 0x464c457f || elf.get(4) != 2) {
      throw new IllegalArgumentException("Not a 64-bit ELF file");
    }
    Optional<String> name = Optional.empty();
    List<String> needed = new ArrayList<>();
    var versions = new TreeSet<String>();
    for (var section : sections(elf)) {
      if (section.type == SHT_DYNAMIC) {
        for (int at = (int) section.offset; at < section.offset + section.size; at += 16) {
          long tag = elf.getLong(at);
          if (tag == DT_NEEDED) {
            needed.add(text(elf, section.strings, elf.getLong(at + 8)));
          } else if (tag == DT_SONAME) {
            name = Optional.of(text(elf, section.strings, elf.getLong(at + 8)));
          }
        }
      } else if (section.type == SHT_GNU_VERNEED) {
        readVersions(elf, section, versions);
      }
    }
    return new ElfLibrary(name, List.copyOf(needed), versions);
  }

  /** An Elf64_Verneed for each library, each with a chain of Elf64_Vernaux. */
  private static void readVersions(ByteBuffer elf, Section section, TreeSet<String> versions) {
    int at = (int) section.offset;
    for (int file = 0; file < section.entries; file++) {
      int count = elf.getShort(at + 2) & 0xffff;
      int auxiliary = at + elf.getInt(at + 8);
      for (int i = 0; i < count; i++) {
        versions.add(text(elf, section.strings, elf.getInt(auxiliary + 8)));
        auxiliary += elf.getInt(auxiliary + 12);
      }
      at += elf.getInt(at + 12);
    }
  }

  private static List<Section> sections(ByteBuffer elf) {
    int table = (int) elf.getLong(0x28);
    int entrySize = elf.getShort(0x3a) & 0xffff;
    int count = elf.getShort(0x3c) & 0xffff;
    var sections = new ArrayList<Section>();
    for (int i = 0; i < count; i++) {
      int at = table + i * entrySize;
      int link = elf.getInt(at + 0x28);
      sections.add(
          new Section(
              elf.getInt(at + 4),
              elf.getLong(at + 0x18),
              elf.getLong(at + 0x20),
              elf.getInt(at + 0x2c),
              elf.getLong(table + link * entrySize + 0x18)));
    }
    return sections;
  }

  private static String text(ByteBuffer elf, long strings, long offset) {
    int start = (int) (strings + offset);
    int end = start;
    while (elf.get(end) != 0) {
      end++;
    }
    return new String(elf.array(), start, end - start, StandardCharsets.US_ASCII);
  }

  /**
   * @param entries sh_info
   * @param strings file offset of the linked string table
   */
  private record Section(int type, long offset, long size, int entries, long strings) {}
}
