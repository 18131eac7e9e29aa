// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.sandbox;

import ai.heymilo.HeyMilo;
import ai.heymilo.HeyMiloBuilder;
import ai.heymilo.sandbox.internal.document.ApiDocument;
import ai.heymilo.sandbox.internal.http.RateLimiter;
import ai.heymilo.sandbox.internal.http.SandboxServer;
import ai.heymilo.sandbox.internal.http.WireMockFace;
import ai.heymilo.sandbox.internal.operations.Refusal;
import ai.heymilo.sandbox.internal.state.Ats;
import ai.heymilo.sandbox.internal.state.Candidate;
import ai.heymilo.sandbox.internal.state.Posting;
import ai.heymilo.sandbox.internal.state.Store;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A HeyMilo on your own machine: keeps state, keeps to the bundled document, and forgets everything
 * when it is closed. Requests are checked against the document's schemas, and so are the sandbox's
 * own answers.
 *
 * <pre>{@code
 * try (HeyMiloSandbox sandbox = HeyMiloSandbox.start()) {
 *   HeyMilo milo = sandbox.client();
 *   String id = milo.postings().create("Java Engineer", p -> p.form(step -> {})).id();
 *   milo.posting(id).activate();
 *   String interview = milo.posting(id).candidates().ingest("Ada", "ada@example.org").getInterviewId();
 *   sandbox.candidate(interview).complete(87.5);
 * }
 * }</pre>
 *
 * <p>What the sandbox does where the document is silent is in the description of this package.
 *
 * <p>This class is thread-safe.
 */
public final class HeyMiloSandbox implements AutoCloseable {
  private final WireMockFace face;
  private final String host;
  private final String apiKey;
  private final SandboxClock clock;
  private final ApiDocument document;
  private final Store store;
  private final RateLimiter limiter;
  private final SandboxServer server;
  private final Templates templates;
  private final Clients clients;

  HeyMiloSandbox(HeyMiloSandboxBuilder builder) {
    this.host = builder.host;
    this.apiKey = builder.apiKey == null ? "sandbox-key" : builder.apiKey;
    this.clock = SandboxClock.on(builder.base);
    this.document = builder.document;
    this.store =
        new Store(
            document, clock, builder.queueDelay, builder.activeOnCreate, builder.deduplicates);
    this.templates = new Templates(document);
    this.limiter = new RateLimiter(clock);
    rateLimit(builder.limit);
    this.server = new SandboxServer(document, store, builder.apiKey, limiter, builder.strict);
    server.control(new Control(this, builder.whyControlIsOff())::serve);
    if (builder.demo) {
      new Demo(this, server).fill();
    }
    this.face =
        WireMockFace.start(
            server,
            host,
            builder.port,
            entry -> builder.listener.accept(new ReceivedRequest(entry)));
    this.clients = new Clients(host, face.port(), apiKey);
  }

  /** Starts a sandbox on a free port of the loopback interface, with nothing in it. */
  public static HeyMiloSandbox start() {
    return builder().start();
  }

  /** Returns a builder, for a sandbox with other than the usual settings. */
  public static HeyMiloSandboxBuilder builder() {
    return new HeyMiloSandboxBuilder();
  }

  /** Returns where the sandbox listens, such as {@code http://127.0.0.1:41753}; no final slash. */
  public String baseUrl() {
    return Clients.url(host, face.port());
  }

  /** Returns an API key that the sandbox accepts. */
  public String apiKey() {
    return apiKey;
  }

  /**
   * Returns a client of this sandbox: always the same one until {@link #reset}, closed with the
   * sandbox. It is what applications have, except that it does not hold requests back by a rate
   * limit of its own: it repeats calls after {@link #faults} as theirs do, with their waits. {@link
   * #clientBuilder} makes one that does not.
   */
  public HeyMilo client() {
    return clients.current();
  }

  /**
   * Returns a builder of a client that has this sandbox's URL and API key, for a client with
   * settings of its own. Who builds it closes it.
   */
  public HeyMiloBuilder clientBuilder() {
    return clients.builder();
  }

  /** Returns the clock of the sandbox. */
  public SandboxClock clock() {
    return clock;
  }

  /**
   * Moves the clock forward, and takes in the candidates that were queued.
   *
   * @throws IllegalArgumentException when {@code duration} is negative
   */
  public void advance(Duration duration) {
    clock.advance(duration);
    tick();
  }

  /** Takes in the candidates that were queued; the clock stays. */
  public void tick() {
    synchronized (store) {
      store.turn();
    }
  }

  /**
   * Forgets everything: state, requests, faults, and how far the clock was moved. The settings
   * stay, the rate limit among them. {@link #client} is another one afterwards, which knows nothing
   * of a wait that the server asked for before; the earlier one stays usable.
   */
  public void reset() {
    synchronized (store) {
      store.clear();
      server.resources().shelves().clear();
      clock.reset();
    }
    limiter.clear();
    server.faults().clear();
    server.log().clear();
    clients.renew();
  }

  /** Sets the rate limit, which holds from the next request on. */
  public void rateLimit(RateLimit limit) {
    limiter.limit(limit.requests(), limit.window(), limit.hasRetryAfter());
  }

  /** Returns what makes the sandbox misbehave. */
  public Faults faults() {
    return new Faults(document, server.faults(), null, 0);
  }

  /**
   * Returns the requests that arrived, oldest first: the latest 10,000, or fewer when their bodies
   * are larger than 64 MiB together.
   */
  public List<ReceivedRequest> received() {
    List<ReceivedRequest> received = new ArrayList<>();
    server.log().entries().forEach(entry -> received.add(new ReceivedRequest(entry)));
    return List.copyOf(received);
  }

  /** Forgets the requests that arrived so far. */
  public void forgetRequests() {
    server.log().clear();
  }

  /**
   * Keeps an object, as if it had been there before the test. What its schema requires and {@code
   * values} lack is filled in.
   *
   * @param path the path of a collection, such as {@code /api/v2/postings}, or of the one object
   *     that is at a path; ids of owners in it must exist
   * @param values the fields to set, as the API returns them: a map, a JSON tree, or JSON as a
   *     string
   * @return the object as the API returns it, with its id
   * @throws IllegalArgumentException when nothing is kept at {@code path}, or when a value is not
   *     valid by the document
   * @throws NoSuchElementException when an owner in {@code path} does not exist
   */
  public JsonNode seed(String path, Object values) {
    JsonNode json = Templates.json(values);
    try {
      synchronized (store) {
        return server.resources().seed(path, json).deepCopy();
      }
    } catch (Refusal refusal) {
      throw new NoSuchElementException(refusal.getMessage());
    }
  }

  ApiDocument document() {
    return document;
  }

  /** Adds an interview template whose blueprint has one step of each kind. */
  public void template(String id) {
    template(id, Templates.FOUR_STEPS);
  }

  /**
   * Adds an interview template. A posting made from it has the blueprint's fields and workflow, but
   * not its deadline.
   *
   * @param id what callers send as {@code interview_template_id}, such as {@code IT_abc123}
   * @param blueprint the body of a {@code createPosting} request with a workflow, as JSON
   * @throws IllegalArgumentException when {@code blueprint} is not valid by the document
   */
  public void template(String id, String blueprint) {
    synchronized (store) {
      store.template(id, templates.blueprint(blueprint), null);
    }
  }

  /** Adds an ATS-derived interview template whose blueprint has one step of each kind. */
  public void atsTemplate(String id) {
    atsTemplate(id, Templates.FOUR_STEPS);
  }

  /**
   * Adds an ATS-derived interview template: what is made from it is a draft with {@code
   * ats_metadata.pending_activation} until it is activated.
   *
   * @param id what callers send as {@code interview_template_id}
   * @param blueprint the body of a {@code createPosting} request with a workflow, as JSON
   * @throws IllegalArgumentException when {@code blueprint} is not valid by the document
   */
  public void atsTemplate(String id, String blueprint) {
    synchronized (store) {
      store.template(id, templates.blueprint(blueprint), Ats.pending("workable", "WK-" + id));
    }
  }

  /**
   * Returns a candidate to be moved along.
   *
   * @throws NoSuchElementException when no candidate has this interview id
   */
  public SandboxCandidate candidate(String interviewId) {
    synchronized (store) {
      store.settle();
      Candidate candidate = store.candidate(interviewId);
      if (candidate == null) {
        throw new NoSuchElementException("no candidate has the interview id " + interviewId);
      }
      return new SandboxCandidate(store, candidate);
    }
  }

  /**
   * Returns what the sandbox knows of a posting.
   *
   * @throws NoSuchElementException when no posting has this id
   */
  public SandboxPosting posting(String id) {
    synchronized (store) {
      Posting posting = store.posting(id);
      if (posting == null) {
        throw new NoSuchElementException("no posting has the id " + id);
      }
      return new SandboxPosting(store, posting);
    }
  }

  /** Returns whether {@link #close} was called. */
  public boolean isClosed() {
    return clients.isClosed();
  }

  /**
   * Closes the clients of {@link #client} and stops the sandbox. Requests in progress are cut off;
   * closing twice does nothing.
   */
  @Override
  public void close() {
    clients.close();
    face.close();
  }
}
