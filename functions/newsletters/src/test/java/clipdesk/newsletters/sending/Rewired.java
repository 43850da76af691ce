package clipdesk.newsletters.sending;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** Ports of which one call does something else. */
final class Rewired {
  private Rewired() {}

  /**
   * @param instead what the call does, with its arguments
   */
  static <T> T but(Class<T> port, T inner, String call, Function<Object[], Object> instead) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, method, arguments) -> {
              if (method.getName().equals(call)) {
                return instead.apply(arguments);
              }
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
