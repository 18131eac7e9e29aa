// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.spec.derive;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Set;

/** Derives the code generator's view of a published document. */
public final class GeneratorView {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** In this order: later rules rely on what earlier ones made. */
  private static final List<Rule> RULES =
      List.of(
          new Generics(),
          new Dereference(),
          new DropAmbientHeaders(),
          new Bodies(),
          new RefuseUnknownKeywords(),
          new WireNames(),
          new Parameters(),
          new CleanNames(),
          new OperationNames(),
          new Numbers(),
          new MergeAllOf(),
          new InlineObjects(),
          new MarkBodies(),
          new Nullability(),
          new Constants(),
          new Discriminators(),
          new DropUndecidableUnions(),
          new Timestamps(),
          new Formats(),
          new OpenEnums(),
          new WordedLimits(),
          new Exclusions(),
          new Checks(),
          new JavaNames(),
          new GenericTypes(),
          new Javadoc(),
          new Defaults(),
          new SpeakVersion30());

  private GeneratorView() {}

  /**
   * Reads the document named by the first argument and writes its view to the file named by the
   * second.
   *
   * @throws UnsupportedDocumentException if the document says something that no rule understands
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("usage: GeneratorView DOCUMENT VIEW");
    }
    byte[] published = Files.readAllBytes(Path.of(args[0]));
    ObjectNode view = derive(MAPPER.readTree(published));
    view.put("x-sha256", sha256(published));
    Path target = Path.of(args[1]).toAbsolutePath();
    Files.createDirectories(target.getParent());
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    Files.write(target, MAPPER.writer(printer).writeValueAsBytes(view));
  }

  /**
   * Returns a copy of a document whose operations stand alone: references to parameters, bodies and
   * answers are resolved, each body has one form, and each operation has a name ({@code
   * operationId}) beside the published one ({@code x-operation-id}). Schemas are as published.
   *
   * @throws UnsupportedDocumentException if a reference leads nowhere
   */
  public static ObjectNode operations(JsonNode published) {
    Document document = new Document(published.deepCopy());
    Findings findings = new Findings();
    for (Rule rule : List.of(new Dereference(), new Bodies(), new OperationNames())) {
      rule.apply(document, findings);
      findings.throwIfAny();
    }
    return document.root();
  }

  /** Returns a copy of a document in which the instances of a generic schema are one. */
  public static ObjectNode withGenerics(JsonNode published) {
    Document document = new Document(published.deepCopy());
    new Generics().apply(document, new Findings());
    return document.root();
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return String.format("%064x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Returns the keywords of schemas that the client checks before it sends. */
  public static Set<String> limitingKeywords() {
    return Set.copyOf(Checks.KEYWORDS);
  }

  /**
   * Returns the generator's view of a document, which is left as it is.
   *
   * @throws UnsupportedDocumentException if the document says something that no rule understands
   */
  public static ObjectNode derive(JsonNode published) {
    if (!published.path("openapi").asText().startsWith("3.")) {
      throw new UnsupportedDocumentException(
          List.of("/openapi: not an OpenAPI 3 document: " + published.path("openapi")));
    }
    Document document = new Document(published.deepCopy());
    Findings findings = new Findings();
    for (Rule rule : RULES) {
      rule.apply(document, findings);
      findings.throwIfAny();
    }
    return document.root();
  }
}
