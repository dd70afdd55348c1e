//===--- aws/s3/S3Client.h - a mock of the header ---------------*- C++ -*-===//
//
// Part of Leash, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef LEASH_MOCK_AWS_S3
#define LEASH_MOCK_AWS_S3

#include <functional>
#include <future>
#include <string>

namespace Aws {
class AmazonWebServiceRequest {
public:
  virtual ~AmazonWebServiceRequest();
};
} // namespace Aws

namespace Aws {
namespace Client {
struct ClientConfiguration {
  ClientConfiguration();
  long httpRequestTimeoutMs = 0;
  long requestTimeoutMs = 0;
  long connectTimeoutMs = 1000;
};
class AWSClient {
public:
  explicit AWSClient(const ClientConfiguration &);
  virtual ~AWSClient();
};
class AWSXMLClient : public AWSClient {
public:
  using AWSClient::AWSClient;
};
} // namespace Client
namespace Utils {
template <typename R, typename E> class Outcome {
public:
  bool IsSuccess() const;
};
} // namespace Utils

namespace S3 {
struct S3ClientConfiguration : Client::ClientConfiguration {};
class S3Error {};
namespace Model {
class GetObjectRequest : public AmazonWebServiceRequest {
public:
  void SetKey(const std::string &);
};
class GetObjectResult {};
using GetObjectOutcome = Utils::Outcome<GetObjectResult, S3Error>;
} // namespace Model
class S3Client : public Client::AWSXMLClient {
public:
  explicit S3Client(const Client::ClientConfiguration & = {});
  Model::GetObjectOutcome GetObject(const Model::GetObjectRequest &) const;
  std::future<Model::GetObjectOutcome>
  GetObjectCallable(const Model::GetObjectRequest &) const;
  void GetObjectAsync(const Model::GetObjectRequest &,
                      const std::function<void()> &) const;
};
} // namespace S3
} // namespace Aws

#endif // LEASH_MOCK_AWS_S3
