package dev.levee.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.levee.store.Store;
import dev.levee.store.StoreException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FoundTest {

  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicBoolean ended = new AtomicBoolean();

  /// One whose list fails while it is asked for the manifest.
  private Store failing() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (proxy, method, arguments) -> method.getName().equals("list") ? list() : get());
  }

  private Object list() throws Exception {
    asked.await();
    throw new StoreException("the line is bad", false, null);
  }

  private Object get() {
    asked.countDown();
    try {
      TimeUnit.MINUTES.sleep(1);
    } catch (InterruptedException e) {
      ended.set(true);
    }
    return Optional.empty();
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void whereOneAnswerIsMissingTheOtherIsNotWaitedForInTheBackground() {
    assertThatThrownBy(() -> Found.at(failing(), false)).hasMessage("the line is bad");
    assertThat(ended).isTrue();
  }
}
