import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.darvaza.Answer;
import org.darvaza.Candidate;
import org.darvaza.Manifest;
import org.darvaza.Screener;
import org.darvaza.ScreeningOptions;
import org.darvaza.Traveller;

/**
 * What a screening costs from Java: {@code java -cp darvaza.jar JavaBench.java INDEX MANIFEST}
 *
 * <p>The protocol of embedding_bench.cpp: one thread and its processor time, travellers made before, the best of some rounds counts. All answers are made into
 * records, and identifiers, decisions and scores are read.
 */
public final class JavaBench {
  private static final int BATCH = 1000;
  private static final int ROUNDS = 60;

  private static long read;

  private static void read(Answer answer) {
    read += answer.id().length() + answer.decision().ordinal();
    for (Candidate candidate : answer.candidates()) {
      read += candidate.list().length() + candidate.id().length() + candidate.scoreBp();
    }
  }

  public static void main(String[] arguments) {
    ScreeningOptions options = ScreeningOptions.DEFAULTS.withThreads(1);
    List<List<Traveller>> batches = new ArrayList<>();
    try (Screener screener = Screener.open(Path.of(arguments[0]));
        Manifest manifest = Manifest.open(Path.of(arguments[1]))) {
      for (List<Traveller> batch = manifest.next(BATCH); batch.size() == BATCH; batch = manifest.next(BATCH)) {
        batches.add(batch);
      }
      ThreadMXBean clock = ManagementFactory.getThreadMXBean();
      long bestBatch = Long.MAX_VALUE;
      long bestSingle = Long.MAX_VALUE;
      for (int round = 0; round < ROUNDS; ++round) {
        long begin = clock.getCurrentThreadCpuTime();
        for (List<Traveller> batch : batches) screener.screenBatch(batch, options).forEach(JavaBench::read);
        long middle = clock.getCurrentThreadCpuTime();
        for (List<Traveller> batch : batches) {
          for (Traveller traveller : batch) read(screener.screen(traveller, options));
        }
        bestBatch = Math.min(bestBatch, middle - begin);
        bestSingle = Math.min(bestSingle, clock.getCurrentThreadCpuTime() - middle);
      }
      double count = (double) BATCH * batches.size();
      System.out.printf("%.0f travellers, best of %d rounds (%d)%n", count, ROUNDS, read);
      System.out.printf("%-42s Java %10.3f us%n", "batch of 1,000", bestBatch / count / 1000);
      System.out.printf("%-42s Java %10.3f us%n", "one by one", bestSingle / count / 1000);
    }
  }
}
