package clipdesk.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LayerTest {
  private static final Path ZIP = Path.of("target/javacv.zip");
  private static final int GLIBC_MINOR_OF_AMAZON_LINUX_2023 = 34;

  /** What every Lambda image has: the C and C++ runtime. */
  private static final Set<String> OF_THE_SYSTEM =
      Set.of(
          "libc.so.6",
          "libm.so.6",
          "libmvec.so.1",
          "libpthread.so.0",
          "libdl.so.2",
          "librt.so.1",
          "libstdc++.so.6",
          "libgcc_s.so.1",
          "ld-linux-x86-64.so.2");

  private static final Map<String, ElfLibrary> LIBRARIES = new LinkedHashMap<>();
  private static final List<String> JARS = new ArrayList<>();
  private static long unzippedBytes;

  @BeforeAll
  static void readTheLayer() throws IOException {
    try (var zip = new ZipFile(ZIP.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        if (entry.isDirectory()) {
          continue;
        }
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        unzippedBytes += bytes.length;
        if (entry.getName().startsWith("lib/")) {
          LIBRARIES.put(entry.getName().substring(4), ElfLibrary.parse(bytes));
        } else {
          JARS.add(entry.getName());
        }
      }
    }
  }

  @Test
  void noLibraryNeedsANewerGlibcThanTheRuntimeHas() {
    LIBRARIES.forEach(
        (name, library) ->
            assertThat(library.versions())
                .as(name)
                .allSatisfy(
                    version -> {
                      if (version.matches("GLIBC_2\\.\\d+(\\.\\d+)?")) {
                        assertThat(Integer.parseInt(version.split("[_.]", -1)[2]))
                            .as(version)
                            .isLessThanOrEqualTo(GLIBC_MINOR_OF_AMAZON_LINUX_2023);
                      }
                    }));
  }

  @Test
  void noLibraryNeedsNewerCxxSymbolsThanGcc11Has() {
    LIBRARIES.forEach(
        (name, library) ->
            assertThat(library.versions())
                .as(name)
                .noneMatch(version -> version.matches("GLIBCXX_3\\.4\\.(3\\d|[4-9]\\d)")));
  }

  @Test
  void everyNeededLibraryIsInTheLayerOrTheSystem() {
    var present = new HashSet<>(OF_THE_SYSTEM);
    present.addAll(LIBRARIES.keySet());

    LIBRARIES.forEach(
        (name, library) -> assertThat(library.needed()).as(name).allMatch(present::contains));
  }

  @Test
  void theLibrariesOfTheCutterAreThere() {
    assertThat(LIBRARIES)
        .containsKeys(
            "libjnijavacpp.so",
            "libjniavcodec.so",
            "libjniavformat.so",
            "libjniavutil.so",
            "libjniswresample.so",
            "libjniswscale.so");
    assertThat(JARS)
        .hasSize(3)
        .allMatch(jar -> jar.matches("java/lib/(javacpp|javacv|ffmpeg)-[\\d.-]+\\.jar"));
  }

  @Test
  void layerStaysSmall() throws IOException {
    assertThat(Files.size(ZIP)).as("zipped").isLessThan(35_000_000);
    assertThat(unzippedBytes).as("unzipped").isLessThan(80_000_000);
  }
}
