package clipdesk.newsletters.sending;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import java.util.function.Function;

/** A port with something that happens before each of its calls. */
final class SlowPort {
  private SlowPort() {}

  static <T> T of(Class<T> port, T inner, Consumer<String> before) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              before.accept(method.getName());
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  /** One that does nothing but answer. */
  static <T> T answering(Class<T> port, Function<String, Object> answer) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, _) -> answer.apply(method.getName())));
  }
}
