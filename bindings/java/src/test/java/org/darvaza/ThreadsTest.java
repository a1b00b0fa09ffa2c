package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.Test;

public class ThreadsTest {
  /** Each answer is one index's or the other's, and no batch mixes the two. */
  @Test
  public void manyThreadsShareAScreenerWhileListsAreSwapped() throws Exception {
    ConcurrentLinkedQueue<Object> wrong = new ConcurrentLinkedQueue<>();
    AtomicBoolean done = new AtomicBoolean();
    try (Screener screener = Screener.open(Samples.INDEX)) {
      Set<Answer> expected = new HashSet<>();
      expected.add(screener.screen(Samples.nader()));
      screener.swap(Samples.SMALL_INDEX);
      expected.add(screener.screen(Samples.nader()));
      assertEquals(2, expected.size());
      List<Traveller> batch = Collections.nCopies(4, Samples.nader());
      ScreeningOptions oneThread = ScreeningOptions.DEFAULTS.withThreads(1);
      Runnable screen =
          () -> {
            try {
              while (!done.get()) {
                Set<Answer> answers = new HashSet<>(screener.screenBatch(batch, oneThread));
                if (answers.size() != 1 || !expected.containsAll(answers)) wrong.add(answers);
              }
            } catch (RuntimeException failure) {
              wrong.add(failure);
            }
          };
      List<Thread> threads = start(16, screen);
      for (int i = 0; i < 100; ++i) screener.swap(i % 2 == 0 ? Samples.INDEX : Samples.SMALL_INDEX);
      done.set(true);
      for (Thread thread : threads) thread.join();
    }
    assertTrue(wrong.toString(), wrong.isEmpty());
  }

  @Test
  public void closingWhileOthersScreenIsSafe() throws Exception {
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 20; ++i) {
      Screener screener = Screener.open(Samples.INDEX);
      Runnable screen =
          () -> {
            try {
              while (true) screener.screen(Samples.nader());
            } catch (Throwable failure) {
              failures.add(failure);
            }
          };
      List<Thread> threads = start(4, screen);
      Thread.sleep(5);
      screener.close();
      for (Thread thread : threads) thread.join();
    }
    assertEquals(80, failures.size());
    for (Throwable failure : failures) {
      assertEquals(IllegalStateException.class, failure.getClass());
    }
  }

  private static List<Thread> start(int count, Runnable work) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; ++i) threads.add(new Thread(work));
    threads.forEach(Thread::start);
    return threads;
  }
}
