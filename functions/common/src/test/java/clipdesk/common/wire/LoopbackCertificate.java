package clipdesk.common.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for 127.0.0.1 that this process trusts. Over plain HTTP the SDK would sign its
 * bodies in another way than it does for AWS.
 */
final class LoopbackCertificate {
  private static final String PASSWORD = "loopback";

  /** Made once a process: keytool takes most of a second. */
  private static final LoopbackCertificate ONLY = new LoopbackCertificate();

  private final Path store;

  private LoopbackCertificate() {
    try {
      var folder = Files.createTempDirectory("loopback");
      store = folder.resolve("store.p12");
      store.toFile().deleteOnExit();
      folder.toFile().deleteOnExit();
      keytool();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keytool() throws IOException {
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "loopback",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=127.0.0.1",
                    "-ext",
                    "san=ip:127.0.0.1",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    store.toString()))
            .redirectErrorStream(true)
            .start();
    try (var said = process.getInputStream()) {
      var text = new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(text);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Makes clients of this process trust the certificate, and those only that are built later. */
  static SSLContext trusted() {
    System.setProperty("javax.net.ssl.trustStore", ONLY.store.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    return ONLY.context();
  }

  static void trustNoMore() {
    System.clearProperty("javax.net.ssl.trustStore");
    System.clearProperty("javax.net.ssl.trustStorePassword");
  }

  private SSLContext context() {
    try (var in = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The certificate just made cannot be used", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
