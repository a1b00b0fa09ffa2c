package org.darvaza;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;

/**
 * Memory that C keeps for Java is given back, to the last allocation: a JVM of its own, under which live_allocations.c counts, ends with as many
 * allocations after 60 rounds as after 20.
 */
public class MemoryTest {
  private static final String COUNTER = System.getenv("DARVAZA_ALLOCATION_COUNTER");

  @Test
  public void everyAllocationIsGivenBack() throws Exception {
    assumeTrue("allocations are not counted under sanitizers", COUNTER != null);
    long few = liveAfter(20);
    assertTrue(few + " are counted", few > 0);
    assertEquals(few, liveAfter(60));
    assertTrue(liveAfter(60, "forget") >= few + 60);
  }

  private static long liveAfter(int rounds, String... more) throws Exception {
    Path count = Samples.temporary("count");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.darvaza.UseEverything",
                Samples.INDEX.toString(),
                Samples.SHARED_INDEX.toString(),
                Integer.toString(rounds)));
    command.addAll(List.of(more));
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    process.environment().put("LD_PRELOAD", new File(COUNTER).getAbsolutePath());
    process.environment().put("LIVE_ALLOCATIONS", count.toString());
    assertEquals(0, process.start().waitFor());
    return Long.parseLong(Files.readString(count).strip());
  }
}
