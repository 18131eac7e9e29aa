// SPDX-License-Identifier: Apache-2.0
package ai.heymilo.benchmarks.json;

import ai.heymilo.benchmarks.data.Requests;
import ai.heymilo.benchmarks.handwritten.Answers;
import ai.heymilo.benchmarks.handwritten.Bodies;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Classes of public fields, Jackson from bytes, readers and writers made once. */
public final class HandWritten implements Codec {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  public static final ObjectReader CANDIDATES = MAPPER.readerFor(Answers.CandidatePage.class);
  public static final ObjectReader POSTING = MAPPER.readerFor(Answers.SinglePosting.class);
  public static final ObjectReader CREATED = MAPPER.readerFor(Answers.SingleCreated.class);
  public static final ObjectWriter POSTING_BODY = MAPPER.writerFor(Bodies.Posting.class);
  private static final ObjectWriter BULK_BODY = MAPPER.writerFor(Bodies.Bulk.class);

  private final Bodies.Posting posting = Requests.posting();
  private final Bodies.Bulk bulk = Requests.bulk(100);

  @Override
  public Object readCandidates(byte[] json) throws IOException {
    return CANDIDATES.readValue(json);
  }

  @Override
  public Object readPosting(byte[] json) throws IOException {
    return POSTING.readValue(json);
  }

  @Override
  public byte[] writePosting() throws IOException {
    return POSTING_BODY.writeValueAsBytes(posting);
  }

  @Override
  public byte[] writeBulk() throws IOException {
    return BULK_BODY.writeValueAsBytes(bulk);
  }

  @Override
  public List<String> candidates(Object page) {
    List<String> read = new ArrayList<>();
    for (Answers.Candidate candidate : ((Answers.CandidatePage) page).data) {
      read.add(
          candidate.interviewId
              + candidate.name
              + candidate.score
              + candidate.agentSummary.webInterview.highlights
              + candidate.data.get("years")
              + Math.round(candidate.createdAt * 1000));
    }
    return read;
  }

  @Override
  public List<String> posting(Object posting) {
    Answers.Posting read = ((Answers.SinglePosting) posting).data;
    return List.of(
        read.description,
        read.workflow.get(3).type,
        String.valueOf(read.workflow.get(3).config.get("instructions")),
        String.valueOf(Math.round(read.createdAt * 1000)));
  }
}
